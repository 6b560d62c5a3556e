/**
 * One of many, found by typing: a field with a list below it, by keyboard and by pointer.
 *
 * The list is either given whole and narrowed here, or fetched by whoever uses it as somebody types.
 */
import { type ReactNode, useEffect, useState } from 'react'
import {
  Button,
  ComboBox,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { useText } from '../texts.ts'

export interface Choice {
  readonly id: string
  readonly name: string
  /** tells it apart from others of that name */
  readonly note?: string | undefined
}

interface Props {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: string | undefined
  /** what fits what is typed, best first */
  readonly choices: readonly Choice[]
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onChoose: (id: string) => void
  /** the field is left, and what was typed is none of the choices */
  readonly onLeave: () => void
  /** says why the list is empty */
  readonly whenEmpty: string
  readonly isInvalid?: boolean
  /** in a row of filters, where the label is quiet */
  readonly className?: string | undefined
}

export function Chooser({
  id,
  label,
  hint,
  choices,
  typed,
  onType,
  onChoose,
  onLeave,
  whenEmpty,
  isInvalid = false,
  className = 'chooser',
}: Props) {
  const t = useText()
  // a choice closes the list only where it changes what is selected; nothing stays selected here
  const [picked, setPicked] = useState<Key | null>(null)
  useEffect(() => setPicked(null), [picked])
  return (
    <ComboBox
      id={id}
      className={className}
      items={choices}
      inputValue={typed}
      onInputChange={onType}
      selectedKey={picked}
      onSelectionChange={(key) => {
        if (key === null) return
        setPicked(key)
        onChoose(String(key))
      }}
      allowsEmptyCollection
      allowsCustomValue
      isInvalid={isInvalid}
      onBlur={() => {
        const meant = choices.find((choice) => isMeant(choice, typed))
        if (meant) onChoose(meant.id)
        else onLeave()
      }}
      // a field that was emptied because something was chosen must not open its list again
      menuTrigger={typed === '' ? 'manual' : 'input'}
    >
      <Label>{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="chooser-field">
        <Input autoComplete="off" />
        <Button aria-label={t('chooser.open')}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="chooser-list" placement="bottom start">
        <ListBox renderEmptyState={() => <p className="quiet pad">{whenEmpty}</p>}>
          {({ id: key, name, note }: Choice) => (
            <ListBoxItem id={key} textValue={name}>
              <span>{name}</span>
              {note && <span className="quiet">{note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** Written out in full, a choice need not be picked from the list. */
function isMeant({ id, name, note }: Choice, typed: string): boolean {
  const asked = typed.trim().toLowerCase()
  return [id, name, note].some((text) => text?.toLowerCase() === asked)
}
