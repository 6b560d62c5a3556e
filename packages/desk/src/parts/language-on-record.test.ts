import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { languageOf } from './language-on-record.ts'
import { SaidValue } from './said.tsx'

describe('the language of words on record', () => {
  it('is English for what comes with the desk', () => {
    expect(languageOf({ assertedBy: 'demarche' }, { assertedBy: 'demarche' })).toBe('en')
  })

  it('is not known of what people put on record, nor where nothing is', () => {
    expect(languageOf({ assertedBy: 'demarche' }, { assertedBy: 'EE' })).toBeUndefined()
    expect(languageOf()).toBeUndefined()
  })

  it('is told of words as they were written, and not of those that the desk says in its own language', () => {
    const said = [{ text: 'Fonction : ' }, { text: 'Twelve ports stood still.', asWritten: true }]
    expect(renderToStaticMarkup(createElement(SaidValue, { said, lang: 'en' }))).toBe(
      '<span>Fonction : </span><span lang="en">Twelve ports stood still.</span>',
    )
    expect(renderToStaticMarkup(createElement(SaidValue, { said }))).not.toContain('lang')
  })
})
