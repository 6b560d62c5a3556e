import { readFileSync } from 'node:fs'
import { ACT_VERBS } from '@demarche/core'
import { describe, expect, it } from 'vitest'

const pageOf = (verb: string): string =>
  readFileSync(new URL(`../../../../../docs/actions/procedure.${verb}.md`, import.meta.url), 'utf8')

describe('the pages of the verbs of a procedure', () => {
  it.each(ACT_VERBS.filter((verb) => verb !== 'open'))(
    'say of %s who may, what it needs, what happens when others went on, and every refusal by its rule',
    (verb) => {
      const page = pageOf(verb)
      expect(page).toContain(`with the act \`${verb}\``)
      for (const part of ['Payload', 'Effect', 'Who may', 'Needs', 'Others in between', 'Errors'])
        expect(page).toContain(`**${part}**`)
      expect(page).toMatch(/PRC-\d\d/)
    },
  )

  it('have one for opening, which is an address of its own', () => {
    expect(pageOf('open')).toContain('`POST /api/cases/:entity/procedures`')
  })
})
