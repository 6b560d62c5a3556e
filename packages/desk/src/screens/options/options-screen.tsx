/** Options: packages to compare, political factors apart, precedents, consistency, and the whole catalogue. */
import { useCase } from '../case/case-context.ts'
import { Catalogue } from './catalogue.tsx'
import { Consistency } from './consistency.tsx'
import { PackageTable } from './package-table.tsx'
import { PoliticalFactors } from './political-factors.tsx'
import { Precedents } from './precedents.tsx'

export default function OptionsScreen() {
  const { dossier } = useCase()
  return (
    <div className="options">
      <PackageTable />
      <div className="columns two">
        <PoliticalFactors dossier={dossier} />
        <Consistency dossier={dossier} />
      </div>
      <Precedents dossier={dossier} />
      <Catalogue />
    </div>
  )
}
