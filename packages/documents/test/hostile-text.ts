/** Text that a renderer could mistake for its own language: markup of typst, Markdown and XML among letters. */
import * as fc from 'fast-check'

const MARKUP = [
  ...'#*_$`\\@<>[]{}()/~=+-|!^&%"\'',
  '//',
  '/*',
  '*/',
  '#let x = 1',
  '#panic()',
  '#read("/etc/passwd")',
  '$x^2$',
  '<label>',
  '@ref',
  '[^1]',
  '[a](b)',
  '![i](j)',
  '</w:t>',
  ']]>',
  '&amp;',
  '<script>',
  '- ',
  '1. ',
  '# ',
  '> ',
  '***',
  '---',
  '```',
  '||',
  'https://a.example',
  'www.a.example',
  'a@b.example',
]

export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...MARKUP),
      fc.constantFrom('a', 'õ', 'ß', 'Ж', 'Ω', ' ', '1', 'word'),
      fc.string({ maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''))
