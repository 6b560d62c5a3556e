/**
 * Sections of the page of a record that only one kind has. The page itself is the same for all kinds.
 *
 * A section is loaded when a page that has it is first opened.
 */
import { PROJECT_KIND } from '@demarche/core/portfolio/overlap/kinds.ts'
import { type ComponentType, lazy } from 'react'
import type { TextKey } from '../../texts.ts'

export interface ExtraSection {
  /** id of its heading, which it has itself */
  readonly id: string
  readonly title: TextKey
  readonly Section: ComponentType<{ readonly entity: string }>
}

const ProjectOverlaps = lazy(async () => ({
  default: (await import('../../overlaps/project-overlaps.tsx')).ProjectOverlaps,
}))

const WhatRests = lazy(async () => ({
  default: (await import('../../evidence/what-rests.tsx')).WhatRests,
}))

const ItemFiles = lazy(async () => ({
  default: (await import('../../evidence/item-files.tsx')).ItemFiles,
}))

const ConsultationLink = lazy(async () => ({
  default: (await import('../consultation/consultation-link.tsx')).ConsultationLink,
}))

const CountsForSection = lazy(async () => ({
  default: (await import('../../confidence/counts-for.tsx')).CountsForSection,
}))

const EXTRA: Readonly<Record<string, readonly ExtraSection[]>> = {
  [PROJECT_KIND]: [{ id: 'overlaps', title: 'overlaps.section', Section: ProjectOverlaps }],
  'evidence-item': [
    { id: 'rests', title: 'evidence.rests', Section: WhatRests },
    { id: 'files', title: 'evidence.files', Section: ItemFiles },
  ],
  consultation: [{ id: 'answers', title: 'desk.consultation.section', Section: ConsultationLink }],
  'cbm-act': [{ id: 'counts-for', title: 'cbm.countsFor', Section: CountsForSection }],
}

export function extraSectionsOf(kind: string): readonly ExtraSection[] {
  return EXTRA[kind] ?? []
}
