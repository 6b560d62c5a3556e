/**
 * The command bar: type to find an action, a partner, a kind of record or a case, Enter to do or open it.
 */
import { formatPartialDate } from '../parts/format-date.ts'
import { useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { useKinds } from '../api/portfolio-queries.ts'
import { useCases } from '../api/queries.ts'
import { casePath } from '../frame/address.ts'
import { usePlaceChoices } from '../portfolio/places.ts'
import { useMayRecord } from '../record/may-record.tsx'
import { useText } from '../texts.ts'
import { type Action, ACTIONS, type ActionContext } from './actions.ts'
import { Keys } from './keys.tsx'
import { type Find, findKindActions, findPartners } from './portfolio-finds.ts'

const SECTIONS: readonly Action['section'][] = ['go', 'case', 'view', 'help']

export function CommandBar({
  context,
  onClose,
}: {
  readonly context: ActionContext
  readonly onClose: () => void
}) {
  const t = useText()
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query.trim())
  const { contains } = useFilter({ sensitivity: 'base' })
  const found = useCases(asked.length > 1 ? { q: asked, limit: 8 } : { limit: 8 })
  const actions = ACTIONS.filter(({ id, name }) => id !== 'command-bar' && contains(t(name), query))
  const partners = findPartners(usePlaceChoices(), query)
  const kinds = useKinds().data?.kinds ?? []
  const mayRecord = useMayRecord()
  // with nothing typed they would bury everything else
  const ofKinds =
    query.trim() === ''
      ? []
      : findKindActions(kinds, { t, mayRecord, fits: (name) => contains(name, query.trim()) })
  const choose = (id: string) => {
    onClose()
    const action = ACTIONS.find((one) => one.id === id)
    if (action) action.run(context)
    else context.go(id)
  }
  const cases = (found.data?.rows ?? []).map(({ entity, name, startDate }) => ({
    path: casePath(entity),
    name,
    ...(startDate ? { note: formatPartialDate(startDate) } : {}),
  }))
  return (
    <ModalOverlay
      className="overlay overlay-top"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal command-bar">
        <Dialog aria-label={t('commands.title')} data-modal="">
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label={t('commands.label')} autoFocus>
              <Input placeholder={t('commands.placeholder')} />
            </SearchField>
            <Menu
              aria-label={t('commands.results')}
              className="command-list"
              renderEmptyState={() => <p className="quiet pad">{t('commands.none')}</p>}
              onAction={(key) => choose(String(key))}
            >
              {SECTIONS.map((section) => {
                const own = actions.filter((action) => action.section === section)
                return own.length === 0 ? null : (
                  <MenuSection key={section}>
                    <Header>{t(`commands.section.${section}`)}</Header>
                    {own.map((action) => {
                      const why = action.available(context)
                      return (
                        <MenuItem
                          key={action.id}
                          id={action.id}
                          isDisabled={why !== true}
                          textValue={t(action.name)}
                        >
                          <span>{t(action.name)}</span>
                          {why !== true && <span className="quiet">{t(why)}</span>}
                          {action.shortcut && <Keys shortcut={action.shortcut} />}
                        </MenuItem>
                      )
                    })}
                  </MenuSection>
                )
              })}
              {findSection(t('commands.section.partners'), partners)}
              {findSection(t('commands.section.portfolio'), ofKinds)}
              {findSection(t('commands.section.cases'), cases)}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/**
 * No component of its own: the menu counts its sections by what stands in it directly. It loses an item that comes later into a
 * section that stays, so what is found anew is a section anew.
 */
function findSection(title: string, finds: readonly Find[]) {
  return finds.length === 0 ? null : (
    <MenuSection key={finds.map(({ path }) => path).join(' ')}>
      <Header>{title}</Header>
      {finds.map(({ path, name, note }) => (
        <MenuItem key={path} id={path} textValue={name}>
          <span>{name}</span>
          {note && <span className="quiet">{note}</span>}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
