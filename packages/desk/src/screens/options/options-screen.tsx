/** Options: packages to compare, political factors apart, precedents, consistency, and the whole catalogue. */
import { ListingQuestions } from '../../evidence/listing-questions.tsx'
import { useAddressValues } from '../../frame/address.ts'
import RightsCheckPage from '../rights/rights-check-page.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { entryLabel } from '../../grounds/labels.ts'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { Catalogue } from './catalogue.tsx'
import { Consistency } from './consistency.tsx'
import { PackageTable } from './package-table.tsx'
import { PoliticalFactors } from './political-factors.tsx'
import { Precedents } from './precedents.tsx'

export default function OptionsScreen() {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const [values] = useAddressValues()
  const checked = values.get('check')
  if (checked) return <RightsCheckPage key={checked} measures={checked.split(',')} />
  return (
    <div className="options">
      <JumpList
        targets={[
          { id: 'packages-title', label: t('options.packages') },
          { id: 'political-title', label: t('options.political') },
          { id: 'consistency-title', label: t('options.consistency') },
          { id: 'precedents-title', label: t('options.precedents') },
          { id: 'catalogue-title', label: t('options.catalogue') },
        ]}
      />
      <ListingQuestions entity={dossier.entity} labelOf={(id) => entryLabel(dossier, doctrine, id)} />
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
