/**
 * The schema of the IATI standard, where it lies at hand: the product ships no file of the standard.
 *
 * `DEMARCHE_IATI_SCHEMAS` is the folder with iati-activities-schema.xsd, iati-common.xsd and xml.xsd; else it is looked for
 * where real data lies.
 */
import { existsSync, readFileSync } from 'node:fs'
import { sharedData } from '@demarche/testkit'
import { XmlDocument, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm'
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const path = [process.env['DEMARCHE_IATI_SCHEMAS'], sharedData('data/iati/standard-2.03')]
  .map((folder) => `${folder ?? ''}/iati-activities-schema.xsd`)
  .find((one) => existsSync(one))

/** Validates a file by the schema, and throws what it finds; undefined where the schema is not at hand. */
export const validateIati = path === undefined ? undefined : validator(path)

/** Whether the schema accepts a file; true where it is not at hand. */
export function isValidIati(xml: string): boolean {
  try {
    validateIati?.(xml)
    return true
  } catch {
    return false
  }
}

function validator(file: string): (xml: string) => void {
  xmlRegisterInputProvider(fsInputProviders)
  const xsd = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file), { url: file }))
  return (xml) => {
    const document = XmlDocument.fromString(xml)
    try {
      xsd.validate(document)
    } finally {
      document.dispose()
    }
  }
}
