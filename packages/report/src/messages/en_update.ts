/** English: what `holdfast lists update` says, and what can be wrong with getting a list. */
export const enUpdate = {
  'update.new':
    '{list}: new version of {day}{provenance, select, reconstructed { (reconstructed)} other {}}, {entries} entries, {names} names{whole, select, proven {, whole} other {, not proven whole}}',
  'update.new.before':
    '{list}: new version of {day}{provenance, select, reconstructed { (reconstructed)} other {}}, {entries} entries ({change}), {names} names{whole, select, proven {, whole} other {, not proven whole}}',
  'update.added':
    '{list}: version of {day}{provenance, select, reconstructed { (reconstructed)} other {}} added to the history, {entries} entries, {names} names{whole, select, proven {, whole} other {, not proven whole}}',
  'update.unchanged':
    '{list}: unchanged, the version of {day}{provenance, select, reconstructed { (reconstructed)} other {}} is kept already',
  'update.refused':
    '{list}: refused; the version of {day}{provenance, select, reconstructed { (reconstructed)} other {}} stays',
  'update.refused.none': '{list}: refused; no version is kept',
  'update.failed':
    '{list}: failed; the version of {day}{provenance, select, reconstructed { (reconstructed)} other {}} stays',
  'update.failed.none': '{list}: failed; no version is kept',
  'update.skipped':
    '{list}: skipped; the version of {day}{provenance, select, reconstructed { (reconstructed)} other {}} stays',
  'update.skipped.none': '{list}: skipped; no version is kept',
  'update.planned':
    '{list}: would be fetched; the version of {day}{provenance, select, reconstructed { (reconstructed)} other {}} is kept',
  'update.planned.none': '{list}: would be fetched; no version is kept',
  'update.unread': 'the file',
  'update.store': 'Kept in {folder}',
  'progress.file': '{list} {at}/{of}',
  'progress.bytes': '{bytes}',
  'progress.bytes.of': '{bytes} of {total}',
  'progress.rate': '{rate}/s',
  'progress.percent': '{percent}%',
  'progress.read': '{list}: reading {bytes}',
  'progress.wait': '{list}: the server is busy, asking again in {seconds} s',
  'progress.megabytes': '{value} MB',
  'progress.kilobytes': '{value} kB',

  'diagnostic.call/unknown-list': 'There is no source for a list “{list}”.',
  'diagnostic.call/unknown-list.do':
    'Name one of {known}, or describe its source in a file for --sources.',
  'diagnostic.call/from-for-several-lists':
    '--from is where one list comes from, and {lists} are several.',
  'diagnostic.call/from-for-several-lists.do':
    'Name one list. For other addresses of several lists write a file for --sources.',
  'diagnostic.call/published-for-several-lists':
    '--published is the day of one list, and this call is for several.',
  'diagnostic.call/published-for-several-lists.do': 'Name the list whose day it is.',
  'diagnostic.call/not-an-address': '“{url}” is no address that a list can be fetched from.',
  'diagnostic.call/not-an-address.do':
    'Write an address that begins with https:// or http:// and holds no name and password, or the path of a file or folder.',

  'diagnostic.fetch/bad-list-id': '“{list}” is no id of a list.',
  'diagnostic.fetch/bad-list-id.do': 'Write small letters, digits, hyphens: my-mirror.',
  'diagnostic.fetch/bad-base': '“{url}” is no address that paths of files can be joined to.',
  'diagnostic.fetch/bad-base.do':
    'Write an address that begins with https:// or http://, ends with a slash, and holds no name and password.',
  'diagnostic.fetch/bad-file-name': '“{name}” cannot be the name of a file here.',
  'diagnostic.fetch/bad-file-name.do':
    'Write letters, digits, dots and hyphens, each name once; what belongs to the address alone goes into path.',
  'diagnostic.fetch/token-without-variable':
    'The address of {list} needs a token, and nothing says which variable of the environment holds it.',
  'diagnostic.fetch/token-without-variable.do': 'Add token-env with the name of the variable.',
  'diagnostic.fetch/variable-without-token':
    '{list} names a variable for a token, but no address of its files has a place for it.',
  'diagnostic.fetch/variable-without-token.do':
    "Put '{token}' where the token belongs, or leave out token-env.",
  'diagnostic.fetch/no-token':
    '{list} was not fetched: its issuer gives each user a token, and the variable {variable} does not hold one.',
  'diagnostic.fetch/no-token.do':
    'Get a token from the issuer and set {variable}; or download the file by hand and call holdfast lists update {list} --from FILE.',

  'diagnostic.fetch/no-connection':
    'No connection to {url} ({reason}).{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/no-connection.do':
    'Check the network and the address. Holdfast uses no proxy: where one is needed, download the file with another program and call holdfast lists update with --from FILE.',
  'diagnostic.fetch/untrusted': 'The server of {url} does not prove who it is ({reason}).',
  'diagnostic.fetch/untrusted.do':
    'Nothing was fetched. Check the clock of this machine and who stands between it and the server; where that is your own institution, give Node its certificate with NODE_EXTRA_CA_CERTS.',
  'diagnostic.fetch/no-http':
    'What answers at {url} does not speak HTTP ({reason}).{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/no-http.do': 'Check the address.',
  'diagnostic.fetch/slow-connect':
    '{url} did not accept a connection within {seconds} s.{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/slow-connect.do': 'Try again later, or check the network.',
  'diagnostic.fetch/slow-head':
    '{url} accepted the connection and then did not answer for {seconds} s.{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/slow-head.do': 'Try again later.',
  'diagnostic.fetch/slow-body':
    '{url} stopped in the middle: nothing came for {seconds} s.{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/slow-body.do': 'Try again later.',
  'diagnostic.fetch/slow': '{url} was not here after {seconds} s, all attempts together.',
  'diagnostic.fetch/slow.do':
    'Try again later, or download the file with another program and use --from FILE.',
  'diagnostic.fetch/interrupted': 'The fetch of {url} was interrupted.',
  'diagnostic.fetch/interrupted.do': 'Call again; what was kept before is as it was.',
  'diagnostic.fetch/cut':
    'The connection to {url} broke before the file was whole.{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/cut.do': 'Try again later.',
  'diagnostic.fetch/bad-packing':
    'What came from {url} cannot be unpacked ({reason}): it was cut or damaged on its way.{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/bad-packing.do': 'Try again later.',
  'diagnostic.fetch/unknown-encoding':
    '{url} came packed as “{encoding}”, which Holdfast does not unpack.',
  'diagnostic.fetch/unknown-encoding.do': 'Use another mirror, or --from FILE.',
  'diagnostic.fetch/too-large':
    '{url} is larger than the {bytes_max} bytes that this list may have; {bytes} had come or were announced.',
  'diagnostic.fetch/too-large.do':
    'See what the address gives. If the list has really grown, raise bytes-max in a file for --sources.',
  'diagnostic.fetch/empty':
    '{url} is an empty file.{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/empty.do':
    'An empty file is no list on which nobody stands. Try again later; ask the issuer if it stays so.',
  'diagnostic.fetch/html': '{url} gave a web page ({type}) and not a list.',
  'diagnostic.fetch/html.do':
    'Open the address in a browser: it may say that the list has moved, or that you must sign in.',
  'diagnostic.fetch/refused': 'The server refused {url} (status {status}).',
  'diagnostic.fetch/refused.do':
    'Check the token, if the address has one; the server may also refuse addresses of some networks.',
  'diagnostic.fetch/not-found': 'There is nothing at {url} any more (status {status}).',
  'diagnostic.fetch/not-found.do':
    'Look up the new address at the issuer’s and put it into a file for --sources.',
  'diagnostic.fetch/busy':
    'The server of {url} could not answer (status {status}).{attempts, plural, one {} other { Asked # times.}}',
  'diagnostic.fetch/busy.do': 'Try again later.',
  'diagnostic.fetch/status':
    'The server answered to {url} with status {status}, and not with a list.',
  'diagnostic.fetch/status.do': 'Check the address.',
  'diagnostic.fetch/redirects': '{url} sends from one address to the next, more than {max} times.',
  'diagnostic.fetch/redirects.do': 'Look up the new address at the issuer’s.',
  'diagnostic.fetch/redirect-to-http':
    '{url} sends to {to}, where everyone on the way could change the list.',
  'diagnostic.fetch/redirect-to-http.do':
    'Nothing was fetched from there. If you accept it, name that address with --from.',
  'diagnostic.fetch/redirect-elsewhere': '{url} sends to “{to}”, which is no address of the web.',
  'diagnostic.fetch/redirect-elsewhere.do': 'Look up the new address at the issuer’s.',
  'diagnostic.fetch/cannot-write': 'What was fetched could not be written ({reason}).',
  'diagnostic.fetch/cannot-write.do':
    'Make room in the folder for temporary files, or name another one in TMPDIR.',
  'diagnostic.fetch/plain-http':
    '{url} is not encrypted: everyone on the way could have changed the list.',
  'diagnostic.fetch/plain-http.do': 'Use an address that begins with https://.',

  'diagnostic.update/other-list': 'This is the list {found}, and {list} was asked for.',
  'diagnostic.update/other-list.do': 'Name the list that it is, or correct the address.',
  'diagnostic.update/no-entries': 'The list {list} that came has not a single entry.',
  'diagnostic.update/no-entries.do':
    'It was not kept: nobody delists everybody. Try again later; ask the issuer if it stays so.',
  'diagnostic.update/not-whole':
    'Nothing proves that the list {list} with its {entries, plural, one {# entry} other {# entries}} is whole; one that is ends with a mark.',
  'diagnostic.update/not-whole.do':
    'Fetch it again later. If you know that it is whole, --force keeps it.',
  'diagnostic.update/few-entries':
    'The list {list} has {entries} entries; at least {entries_min} are expected, and no earlier version is kept to hold it against.',
  'diagnostic.update/few-entries.do':
    'Check whether the file is whole. If it is, --force keeps it.',
  'diagnostic.update/few-for-its-day':
    'The file holds {count} {what, select, names {names} other {entries}} of {list}; on {day} it had {expected}, and no earlier version is kept to hold the file against.',
  'diagnostic.update/few-for-its-day.do':
    'Check whether the file is whole. If it is, --force keeps it.',
  'diagnostic.update/older':
    'The list {list} was published on {published}; the kept one is later, of {kept}.',
  'diagnostic.update/older.do':
    'The server seems to give an old copy: fetch it again later. To take it all the same, --force keeps it in its place in the history.',
  'diagnostic.update/served-again':
    'The server gave the version {version} again, which {newest} has replaced.',
  'diagnostic.update/served-again.do':
    'Fetch it again later. If the issuer really went back to it, --force keeps it.',
  'diagnostic.update/smaller':
    'The list {list} has {now} {what, select, names {names} other {entries}}; the version before has {before}. Less than {percent}% of them looks like a list that lost a part.',
  'diagnostic.update/smaller.do':
    'Compare with the issuer’s site. If so many were really delisted, --force keeps it.',
  'diagnostic.update/apart':
    'The files of {list} are {hours} hours apart, by the server’s dates: more than {hours_max}, so they may be of two publications. Names could be missing.',
  'diagnostic.update/apart.do':
    'Fetch them again when the publication is through. If they belong together, --force keeps them.',
  'diagnostic.update/terms': '{list} comes with terms: {terms}',
  'diagnostic.update/terms.do': 'See that your use is covered by them.',
} as const
