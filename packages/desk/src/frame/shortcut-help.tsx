/** The shortcuts of the desk, and the switch that turns single letters off. */
import { ShortcutList } from '../actions/shortcut-list.tsx'
import { LetterSwitch } from '../actions/letter-switch.tsx'
import { SideDialog } from '../parts/side-dialog.tsx'
import { useText } from '../texts.ts'

export default function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  return (
    <SideDialog title={t('shortcuts.title')} onClose={onClose}>
      <ShortcutList />
      <LetterSwitch />
    </SideDialog>
  )
}
