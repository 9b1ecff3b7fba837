/**
 * A key with its values for spreading into an entry; nothing where there are none, because what a
 * list does not state is absent and never an empty array.
 */
export function stated<Key extends string, Value>(
  key: Key,
  values: readonly Value[],
): { readonly [K in Key]?: readonly Value[] } {
  return values.length === 0 ? {} : ({ [key]: values } as { [K in Key]?: readonly Value[] })
}
