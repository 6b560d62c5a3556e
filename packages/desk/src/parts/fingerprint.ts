/** The fingerprint of a key in groups of eight, as people read it aloud. @example inGroups('ab12cd34ef56') // 'ab12cd34 ef56' */
export function inGroups(fingerprint: string): string {
  return fingerprint.match(/.{1,8}/g)?.join(' ') ?? fingerprint
}
