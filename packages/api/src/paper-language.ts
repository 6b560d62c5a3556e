/** In which language a paper is written; what is on record stays in its own (docs/decisions/0026-papers-in-languages.md). */
import { LANGUAGES } from '@demarche/core/kernel/language.ts'
import { z } from 'zod'

/** As a part of a query. English where none is asked for. */
export const paperLanguageSchema = z.enum(LANGUAGES).default('en')
