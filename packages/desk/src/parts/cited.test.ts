import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Cited } from './cited.tsx'

test('a source is said to be in the language in which it is cited', () => {
  const citation = { document: 'Council conclusions', locator: 'para 5' }
  expect(renderToStaticMarkup(createElement(Cited, { citation }))).toBe(
    '<span lang="en">Council conclusions, para 5</span>',
  )
})
