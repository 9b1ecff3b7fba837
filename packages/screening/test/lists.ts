import type { DesignationList, ListEntry, ListedName } from '@holdfast/lists'

/** An entry of invented parties; what is not given is absent. */
export function entry(
  id: string,
  names: readonly (string | ListedName)[],
  more: Partial<ListEntry> = {},
): ListEntry {
  return {
    id,
    kind: 'person',
    names: names.map((name, index) =>
      typeof name === 'string'
        ? { text: name, kind: index === 0 ? 'primary' : 'aka', quality: 'strong' }
        : name,
    ),
    programmes: ['TEST'],
    remarks: '',
    addresses: [],
    ...more,
  }
}

export function list(entries: readonly ListEntry[], id = 'test'): DesignationList {
  return { id, published: '2026-11-01', provenance: 'official', whole: 'proven', entries }
}
