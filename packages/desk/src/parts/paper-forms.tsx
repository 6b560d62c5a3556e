/** The one paper of a page: in which language and as which party it is written, looked at, and taken in each of its formats. */
import { useState } from 'react'
import type { PaperForm } from '../api/paper-form.ts'
import { ViewAsChoice } from '../screens/access/view-as-choice.tsx'
import { useViewAs } from '../screens/access/view-as.ts'
import { useText } from '../texts.ts'
import { PaperLanguage, usePaperLanguage } from './paper-language.tsx'
import { type Table, WrittenPaper } from './written-paper.tsx'

interface Props {
  /** what the paper is called, for those who hear the buttons */
  readonly name: string
  readonly address: (form: PaperForm) => string
  /** what its file is called where the server does not say, without its ending */
  readonly fileName: string
  /** what the paper is made of: where it changes, what is looked at is written anew */
  readonly madeOf: unknown
  readonly table?: (form: Omit<PaperForm, 'format'>) => Table
}

export function PaperForms({ name, address, fileName, madeOf, table }: Props) {
  const t = useText()
  const [language, choose] = usePaperLanguage()
  const [as] = useViewAs()
  const [isShown, setShown] = useState(false)
  return (
    <>
      <PaperLanguage language={language} choose={choose} />
      <ViewAsChoice question={t('papers.viewAsOne')} />
      <WrittenPaper
        name={name}
        address={(form) => address({ ...form, as })}
        fileName={fileName}
        language={language}
        madeOf={madeOf}
        table={table?.({ language, as })}
        isRow
        isShown={isShown}
        onShow={() => setShown(!isShown)}
      />
    </>
  )
}
