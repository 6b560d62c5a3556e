import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { writeFileSync, mkdirSync } from 'node:fs'
mkdirSync('/tmp/doc/empty', { recursive: true })
const t0 = performance.now()
const c = NodeCompiler.create({ workspace: '/tmp/doc/empty' })
console.log('create', performance.now() - t0)
const src = `#set document(title: sys.inputs.title, date: none)
#set text(lang: "en", fallback: false)
= #sys.inputs.title
Ελληνικά Кирилица õ š ž ł ę ą ø č ç ß œ Œ ż ź ć ń ó đ ő ű ţ ș ț ѓ ќ ї є ґ — “q” ≥ → … ✓ •
#sys.inputs.text

#text(weight: "bold")[Ελληνικά Кирилица] #emph[Ελληνικά Кирилица] #text(font: "DejaVu Sans Mono")[Ελληνικά Кирилица]
`
const opts = { mainFileContent: src, inputs: { title: 'T', text: '*a* #b _c_ $x$ \\ @r <l> ' } }
const t1 = performance.now()
const doc = c.compile(opts)
console.log(performance.now()-t1, doc.hasError?.(), doc.takeDiagnostics?.() , Object.getOwnPropertyNames(Object.getPrototypeOf(doc)))
const r = c.pdf(doc.result ?? opts, { pdfStandard: 'ua-1' as never, creationTimestamp: 1700000000 })
writeFileSync('/tmp/doc/p.pdf', r)
const r2 = NodeCompiler.create({ workspace: '/tmp/doc/empty' }).pdf(opts, { pdfStandard: 'ua-1' as never, creationTimestamp: 1700000000 })
console.log('same', Buffer.compare(r, r2), r.length)
