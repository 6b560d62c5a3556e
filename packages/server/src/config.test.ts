import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigurationError, readConfig } from './config.ts'
import { describeSettings } from './describe-settings.ts'

const readFaulty = () =>
  readConfig({
    PORT: 'http',
    DEMARCHE_PARTY: 'two words',
    PUBLIC_URL: 'desk',
    DEMARCHE_MAX_UPLOAD_MB: '0',
  })

const issuer = (address: string) => () =>
  readConfig({
    DEMARCHE_OIDC_ISSUER: address,
    DEMARCHE_OIDC_CLIENT_ID: 'demarche',
    DEMARCHE_OIDC_CLIENT_SECRET: 'x'.repeat(32),
    PUBLIC_URL: 'https://desk.example.org',
  })

describe('the settings', () => {
  it('are complete without any environment', () => {
    expect(readConfig({})).toEqual({
      evidenceKeyFile: resolve('data.evidence-key'),
      port: 4700,
      secondFactorRequired: false,
      maxMarking: { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' },
      trustedKeys: [],
      alwaysPrintLink: false,
      host: '127.0.0.1',
      dataDirectory: './data',
      party: 'desk',
      maxUploadBytes: 256_000_000,
      sessionHours: 12,
      idleMinutes: 30,
      publicPage: false,
      proxies: [],
      outsideCeiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:GREEN' },
    })
  })

  it('EVI-05 keep the key of evidence out of the folder of the records', () => {
    const inside = { DEMARCHE_DATA: '/srv/records', DEMARCHE_EVIDENCE_KEY_FILE: '/srv/records/keys/evidence' }
    expect(() => readConfig(inside)).toThrow(/DEMARCHE_EVIDENCE_KEY_FILE lies in the folder of the records/)
    const { evidenceKeyFile } = readConfig({ ...inside, DEMARCHE_EVIDENCE_KEY_FILE: '/srv/records-key' })
    expect(evidenceKeyFile).toBe(resolve('/srv/records-key'))
  })

  it('treat an empty setting as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}))
  })

  it('report every fault in one refusal, naming the setting and what is expected', () => {
    expect(readFaulty).toThrow(ConfigurationError)
    try {
      readFaulty()
    } catch (error) {
      const text = String(error)
      for (const part of [
        'PORT is "http"',
        'DEMARCHE_PARTY',
        'PUBLIC_URL',
        'DEMARCHE_MAX_UPLOAD_MB',
        '4 faults',
      ]) {
        expect(text).toContain(part)
      }
    }
  })

  it('take networks of proxies, and nothing that is no address', () => {
    expect(readConfig({ DEMARCHE_PROXIES: '127.0.0.1, 10.1.0.0/16 ,::1' }).proxies).toEqual([
      '127.0.0.1',
      '10.1.0.0/16',
      '::1',
    ])
    for (const wrong of ['proxy.example.org', '10.1.0.0/33', '10.1.0.0/16/1', '127.0.0.1,'])
      expect(() => readConfig({ DEMARCHE_PROXIES: wrong })).toThrow(/DEMARCHE_PROXIES/)
  })

  it('STK-10 take no network of proxies in which every visitor stands', () => {
    expect(readConfig({ DEMARCHE_PROXIES: '10.0.0.0/8, fd00::/8' }).proxies).toHaveLength(2)
    for (const wide of ['0.0.0.0/0', '127.0.0.1, ::/0', '128.0.0.0/1'])
      expect(() => readConfig({ DEMARCHE_PROXIES: wide })).toThrow(/DEMARCHE_PROXIES.*at least 8.*STK-10/s)
  })

  it('never print the value of a secret setting', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db' })).toThrow(
      /DATABASE_URL is a value that is not shown/,
    )
  })

  it('take an issuer that is asked in the clear on this machine alone', () => {
    expect(issuer('http://login.example.org')).toThrow('this machine alone')
    for (const address of ['https://login.example.org', 'http://127.0.0.1:4900', 'http://localhost:4900'])
      expect(issuer(address)).not.toThrow()
  })

  it('stand in docs/configuration.md exactly as the schema has them', () => {
    const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')
    expect(page.replace(/[ |-]+/g, ' ')).toBe(describeSettings().replace(/[ |-]+/g, ' '))
  })

  it('ask for the whole of a provider of single sign-on, or none', () => {
    const half = { DEMARCHE_OIDC_ISSUER: 'https://login.example.org', DEMARCHE_OIDC_CLIENT_ID: 'demarche' }
    expect(() => readConfig(half)).toThrow(
      /DEMARCHE_OIDC_CLIENT_SECRET is not set[\s\S]*PUBLIC_URL is not set/,
    )
    const whole = {
      DEMARCHE_OIDC_ISSUER: 'https://login.example.org',
      DEMARCHE_OIDC_CLIENT_ID: 'demarche',
      DEMARCHE_OIDC_CLIENT_SECRET: 'hush',
      PUBLIC_URL: 'https://desk.example.org',
    }
    expect(readConfig(whole).singleSignOn).toMatchObject({ clientId: 'demarche', name: 'single sign-on' })
  })

  it('of mail are all there or refused, and say what may be named outside', () => {
    const smtp = { DEMARCHE_SMTP_URL: 'smtps://desk:hunter2@mail.example.org' }
    expect(() => readConfig(smtp)).toThrow(/DEMARCHE_MAIL_FROM is not set: mail needs it/)
    const whole = { ...smtp, DEMARCHE_MAIL_FROM: 'desk@example.org', PUBLIC_URL: 'https://desk.example.org/' }
    expect(readConfig({ ...whole, DEMARCHE_OUTSIDE_CEILING: 'LIMITE TLP:AMBER' })).toMatchObject({
      mail: { url: smtp.DEMARCHE_SMTP_URL, from: 'desk@example.org', publicUrl: 'https://desk.example.org' },
      outsideCeiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
    })
    expect(() => readConfig({ DEMARCHE_OUTSIDE_CEILING: 'SECRET' })).toThrow(/expected PUBLIC or LIMITE/)
    expect(() => readConfig({ DEMARCHE_SMTP_URL: 'hunter2' })).not.toThrow(/hunter2/)
  })
})
