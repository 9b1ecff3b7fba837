/** Words that stand with persons' names and name nobody, romanised and in lower case. */

/** Forms of address, ranks and honours: left out of a comparison unless nothing else is left. */
export const TITLES: ReadonlySet<string> = new Set(
  [
    'mr mrs ms miss mister dr doctor prof professor sir lord lady dame hon honourable honorable',
    'herr frau monsieur madame mademoiselle mme mlle m senor senora sr sra don dona dom signor',
    'pan pani gospodin mevrouw meneer ing dipl phd esq jr junior',
    'president minister gen general col colonel maj major capt captain lt lieutenant sgt brig',
    'brigadier admiral marshal commander cmdr ambassador judge justice prosecutor rev reverend',
    'father bishop archbishop imam mullah mulla maulavi mawlawi mawlana maulana molvi moulavi',
    'sheikh shaikh sheik shaykh cheikh shaikhul ayatollah hojatoleslam hujjat qari hafiz haji',
    'hajji',
    'hadji alhaji al-haj hajj ustad emir amir prince princess sultan king queen engineer eng',
  ]
    .join(' ')
    .split(' '),
)

/** Of these some are names as well, so they are only lighter and never left out. */
export const ALSO_NAMES: ReadonlySet<string> = new Set(
  'sultan amir emir prince king hafiz haji hajji hadji justice major general don dom pan m'.split(
    ' ',
  ),
)

/** Articles, prepositions, words for son and daughter: they come and go between spellings. */
export const PARTICLES: ReadonlySet<string> = new Set(
  [
    'al el ul ur ud us ad as ash an ar at az il la le les lo los las de del della dei degli di da',
    'das',
    'do dos du des d van von der den dem ter ten zu zum zur of the y e i und and et wa',
    'bin ben ibn bint binti binte bt b ould oulad wuld o oglu oghlu kyzy qizi uly',
    'abu abou umm um',
  ]
    .join(' ')
    .split(' '),
)

/**
 * Names that very many people bear, so that they say little about who is meant. From the names of
 * the lists of the United Nations and the United States, counted by hand of the most frequent.
 */
export const FREQUENT: ReadonlySet<string> = new Set(
  [
    'mohammad mohammed muhammad mohamed mohamad muhamad mohamud mohd ahmad ahmed ali hassan hasan',
    'hussein husain hussain husayn abdul abd abdel abdallah abdullah abdulla ibrahim khan mahmoud',
    'mahmud mustafa omar umar yusuf yousef youssef ismail said saeed sayed sayyed syed salih saleh',
    'salim salem khalid khaled rahman rahim karim aziz hamid latif allah din kim ri yi lee li pak',
    'choe chong yong song wang zhang chen liu yang jose maria juan carlos luis antonio garcia',
    'gonzalez rodriguez lopez hernandez martinez sanchez perez ivanov vladimirovich aleksandr',
    'alexander sergey sergei vladimir dmitry dmitriy aleksey alexey andrey igor viktorovich',
    'aleksandrovich nikolaevich sergeevich ivanovich mikhailovich john james david michael',
  ]
    .join(' ')
    .split(' '),
)

/** Short forms with the names that they stand for; a line is one group. */
const NICKNAMES = [
  'alexander aleksandr alexandr oleksandr alex sasha aleksander sandy alejandro',
  'alexandra aleksandra oleksandra sasha sandra',
  'alexey aleksey oleksiy alexei aleksei alyosha',
  'anastasia anastasiya nastya',
  'andrew andrey andrei andriy andreas andre andres andy drew',
  'anthony antony antonio anton tony toni',
  'arthur artur art',
  'barack barry',
  'benjamin ben benny bibi binyamin',
  'bernard bernhard bernie',
  'boris borya',
  'catherine katherine katharine kathryn ekaterina yekaterina katerina kate katie katya kathy',
  'charles carlos karl carl charlie chuck',
  'christopher chris kristofer christophe',
  'christine christina kristina chris tina',
  'daniel dan danny daniil danila',
  'david dave davit dawood daoud dawud daud',
  'deborah debra debbie',
  'dmitry dmitriy dmitri dmytro dima',
  'donald don donnie',
  'dorothy dora dot',
  'edward eduard eduardo ed eddie ted ned',
  'elizabeth elisabeth elisabet elizaveta liz lizzie beth betty eliza',
  'eugene evgeny evgeniy yevgeny yevgeniy yevhen zhenya gene',
  'francis francisco francesco franz frank paco pancho',
  'frederick frederic friedrich frederik federico fred freddy fritz',
  'gabriel gabriele gabi gabril',
  'george georg georgy georgiy jorge giorgio yuri yury',
  'gerald gerhard gerry jerry',
  'gregory grigory grigoriy grisha greg',
  'helen helena elena olena yelena lena',
  'henry henri heinrich enrique enrico harry hank',
  'ivan ioann john johannes johann jean juan joao giovanni jan jack johnny yahya vanya hans',
  'jacob james jakob jacques jaime diego jim jimmy jamie yakov yaqub yaqoub',
  'jennifer jen jenny',
  'jessica jess jessie',
  'joseph jose josef giuseppe yusuf yousef yosef iosif joe joey pepe',
  'joshua josh yehoshua',
  'jonathan jon yonatan',
  'kenneth ken kenny',
  'lawrence laurence lorenzo larry',
  'leonard leonid leo lev lenny',
  'louis luis ludwig luigi lou',
  'margaret margarita marguerite maggie meg peggy rita',
  'maria mary marie maryam mariam miriam masha molly',
  'matthew mateo matthias matteo matt matvey',
  'maximilian maxim maksim max',
  'michael mikhail mykhailo mikhael michel miguel mike mick misha mikail',
  'natalia nataliya natalya natasha',
  'nicholas nikolai nikolay mykola nicolas nick nikola kolya klaus',
  'olga olha olya',
  'patrick pat paddy',
  'paul pavel pavlo pablo paolo pasha pauly',
  'peter petr pyotr petro pedro pierre pietro pete petya',
  'philip philippe felipe filip filipp phil',
  'raymond ramon ray',
  'rebecca becky rivka',
  'richard ricardo dick rick ricky rich',
  'robert roberto rob bob bobby bert',
  'ronald ron ronnie',
  'samuel sam sammy shmuel',
  'sergey sergei serhiy sergii serge sergio seryozha sergejs sergiu',
  'stephen steven stefan stepan esteban steve stephan etienne',
  'susan suzanne susanna sue susie',
  'svetlana svitlana sveta',
  'tatiana tatyana tetiana tanya',
  'theodore fyodor fedor teodor ted theo',
  'thomas tomas tom tommy foma',
  'timothy timofey tim timmy',
  'valery valeriy valerii valera',
  'vasily vasiliy vasyl basil vasya',
  'victor viktor vitya',
  'victoria viktoria viktoriya vicky vika',
  'vincent vicente vincenzo vince',
  'vladimir volodymyr wolodymyr uladzimir vova volodya',
  'vladislav vlad uladzislau',
  'walter walt wally',
  'william wilhelm guillermo guillaume bill billy will liam willy',
  'yaroslav jaroslav slava',
  'yekaterina katya',
  'yulia julia yuliya julie',
  'zachary zach zack zakaria zakariya',
  'abigail abby gail',
  'albert bert alberto albrecht al',
  'amanda mandy',
  'barbara barb varvara varya',
  'beatrice beatriz bea',
  'bradley brad',
  'caroline carolina karolina carol carrie',
  'cynthia cindy',
  'douglas doug',
  'eleanor eleonora ellie nora leonora',
  'galina galya halyna',
  'gennady gennadiy gena hennadiy',
  'harold harry hal',
  'irina ira iryna irene',
  'isabella isabel isabelle bella',
  'jeffrey geoffrey jeff geoff',
  'judith judy yehudit',
  'kimberly kimberley kim',
  'konstantin constantin constantine kostya kostyantyn',
  'lyudmila ludmila liudmyla lyuda mila',
  'marcus marc mark marco marko markus',
  'martin marty martino martinus',
  'melissa mel',
  'nadezhda nadia nadya nadiya',
  'nathan nathaniel nate natan',
  'nicole nicky nicola',
  'oliver ollie olivier',
  'pamela pam',
  'randolph randall randy',
  'reginald reggie',
  'russell russ',
  'sebastian sebastien seb',
  'solomon sol suleiman sulaiman suleyman shlomo salomon',
  'stanislav stas stanislaus',
  'stanley stan',
  'terence terrence terry',
  'theresa teresa therese terry tess',
  'vyacheslav viacheslav slava',
  'yevgeniya evgenia evgeniya eugenia zhenya',
  'abraham ibrahim avraham abe',
  'moses musa moshe moussa mousa',
  'elias ilya illia eliyahu ilyas elijah',
  'noah nuh',
  'job ayoub ayub ayyub',
  'jesus isa issa',
  'aaron harun haroun aharon',
  'isaac ishaq ishak yitzhak',
  'zechariah zakharia zakarias',
] as const

/** The groups in which a word stands; most words stand in none. */
export const NICKNAME_GROUPS: ReadonlyMap<string, readonly number[]> = groupsByWord(NICKNAMES)

function groupsByWord(lines: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    for (const word of line.split(' ')) groups.set(word, [...(groups.get(word) ?? []), index])
  }
  return groups
}
