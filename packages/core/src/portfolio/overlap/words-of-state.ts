/**
 * The words by which a text speaks of strategy, law, courts and police: data, written by us. What the lines mean:
 * `theme-lexicon.ts`.
 */
import type { LexiconLine } from './theme-lexicon.ts'

export const WORDS_OF_STATE: readonly LexiconLine[] = [
  // strategy, policy, governance
  {
    themes: { 'strategy-policy': 0.85 },
    phrases:
      'national strateg* | cybersecurity strateg* | cyber strateg* | national cybersecurity strateg* | strategic framework* | policy making | policymak* | policy framework* | cybersecurity polic* | cybersecurity governance | cyber governance | cybersecurity act | cybersecurity authorit* | cybersecurity agenc* | strategie nationale | estrategia nacional | nationale strategie | strategi* narodow* | nacionaln* strategij*',
  },
  {
    themes: { 'strategy-policy': 0.7 },
    phrases:
      'governance | gouvernance | gobernanza | governanca | policy | policies | politique* | politicas | strateg* | estrateg* | institutional strengthening | institutional framework* | policy gap* | policy roundtable* | regulatory framework* | coordination framework*',
  },
  {
    themes: { 'strategy-policy': 0.5 },
    phrases:
      'institutions | institutional | acquis | regulator* | roadmap* | action plan* | implementation plan* | maturity | agency | authority',
  },
  {
    themes: { 'strategy-policy': 0.6, 'cii-protection': 0.4, 'incident-response': 0.15 },
    phrases: 'nis | nis2 | nis 2 | nis directive',
  },
  {
    themes: { 'strategy-policy': 0.45, 'incident-response': 0.45 },
    phrases:
      'cyberresilience | resilience | resilient | cyberresilien* | resilienc* | resistencia | odporno* | odpornost*',
  },
  {
    themes: { 'strategy-policy': 0.3, 'incident-response': 0.3 },
    phrases:
      'cybersecurity | cybersecurity cooperation | cybersecurite | ciberseguridad | ciberseguranca | cybersicherheit | cyberbezpieczen* | kibernetsk* varnost*',
  },

  {
    themes: { 'strategy-policy': 0.45, 'incident-response': 0.25 },
    phrases:
      'cybersecurity capacit* | cyber capacit* | cyber capabilit* | cybersecurity capabilit* | national cyber environment | cyber environment',
  },

  {
    themes: { 'strategy-policy': 0.7 },
    phrases:
      'national polic* | national action plan* | national plan* | policy advice | policy advis* | advis* ministr* | advis* government* | cyber council* | coordinat* council* | national coordination | plan* d action | plan* de accion | plano* de acao | aktionsplan* | plan* dzialan* | akcijsk* nacrt* | polityk*',
  },
  // legislation, weighed down where nothing in the text speaks of crime (read-themes.ts)
  {
    themes: { legislation: 0.8 },
    phrases:
      'legislat* | law reform* | legal reform* | draft law* | lawmak* | legislador* | gesetzgeb* | ustawodaw* | zakonodaj*',
  },
  {
    themes: { legislation: 0.8, 'criminal-justice': 0.25 },
    phrases:
      'cybercrime law* | evidence law* | cybercrime legislat* | cybercrime bill* | cybercrime act | cybercrime acts | cybercrime statut* | law* on cybercrime | legislation on cybercrime | provision* on cybercrime | bill* on cybercrime | loi* sur la cybercriminalite | ley* de ciberdelito* | ley* sobre ciberdelincuencia | lei do cibercrime | lei* de cibercrime',
  },
  {
    themes: { legislation: 0.6 },
    phrases:
      'law | laws | legal framework* | legal | cadre juridique | marco juridico | marco legal | rechtsrahmen | ramy prawne | pravn* okvir* | loi | lois | leyes | gesetze | prawo',
  },
  {
    themes: { legislation: 0.3, 'strategy-policy': 0.4 },
    phrases: 'legal environment | law alignment | regulatory alignment | regulation*',
  },

  {
    themes: { legislation: 0.7 },
    phrases:
      'bill | bills | statut* | penal code* | criminal code* | code penal | codes penaux | codigo* penal* | strafgesetz* | strafrecht* | kodeks* | kazensk* zakonik* | model law* | model provision* | procedural power* | procedural law* | legal draft* | drafting of law* | parliament* | parlament* | projet* de loi | proyecto* de ley | projeto* de lei | ley | lei | malabo convention',
  },
  {
    themes: { legislation: 0.5, 'strategy-policy': 0.4 },
    phrases:
      'transpos* | approximat* of law* | law approximation | harmonis* of law* | alignment with eu | align* national rules | align* with european',
  },
  // cybercrime: courts and police
  {
    themes: { legislation: 0.75, 'criminal-justice': 0.75, 'cybercrime-investigation': 0.45 },
    phrases:
      'budapest convention | convention on cybercrime | convention de budapest | convenio de budapest | convencao de budapeste | budapester ubereinkommen | konwencj* budapesztansk* | budimpestansk* konvencij*',
  },
  {
    themes: { 'cybercrime-investigation': 0.65, 'criminal-justice': 0.35, legislation: 0.25 },
    phrases:
      'cybercrime | cybercrimes | cybercriminal* | cybercriminalite | ciberdelito* | ciberdelincuencia | cibercrime* | computerkriminalitat | internetkriminalitat | cyberprzestepczos* | kibernetsk* kriminalitet* | crime | crimes',
  },
  {
    themes: { 'criminal-justice': 0.85 },
    phrases:
      'prosecut* | judge* | judicia* | court* | criminal justice | magistrat* | procureur* | fiscales | fiscalia* | juez* | jueces | juiz* | procurador* | staatsanwalt* | richter* | gericht* | prokurat* | sedzi* | sodnik* | tozilc* | tozilst* | mutual legal assistance | extradition',
  },
  {
    themes: { 'criminal-justice': 0.6, 'cybercrime-investigation': 0.5 },
    phrases:
      'eevidence | electronic evidence | digital evidence | preuve* electronique* | prueba* electronica* | prova* eletronica* | elektronische beweis* | dowod* elektroniczn* | elektronsk* dokaz* | confiscat* | asset recovery | crime proceeds | online crime proceeds | money laundering | financial crime | search and seiz* | seize',
  },
  {
    themes: { 'cybercrime-investigation': 0.85 },
    phrases:
      'police | policing | law enforcement | investigat* | investigador* | ermittl* | sledcz* | preiskoval* | policia* | polizei* | policj* | policij* | gendarmerie* | cybercrime unit* | hightech crime unit* | dark web | darknet | joint operation* | organised crime | organized crime | online child abuse | ransomware gang*',
  },
  {
    themes: { 'cybercrime-investigation': 0.4 },
    phrases: 'forensic* | criminalistic* | kryminalistyczn* | forenzi*',
  },
  { themes: { 'cybercrime-investigation': 0.8, 'strategy-policy': 0.25 }, phrases: 'cybercrime strateg*' },

  {
    themes: { legislation: 0.6, 'criminal-justice': 0.6, 'cybercrime-investigation': 0.3 },
    phrases: 'budapest | second additional protocol',
  },
  {
    themes: { 'criminal-justice': 0.8 },
    phrases:
      'juge* | tribunal* | tribunaux | judge s | the bench | bench book* | trial | trials | admissib* | entraide judiciaire | entraide penale | mutual assistance | poder judicial | ministerio publico | justiz* | sprawiedliwosc* | pravosod*',
  },
  {
    themes: { 'criminal-justice': 0.6, 'cybercrime-investigation': 0.5 },
    phrases:
      'digital proof | electronic proof | preuve* numerique* | prueba* digital* | evidencia* digital* | evidencia* electronica* | prova* digita* | digitale beweis* | dowod* cyfrow* | digitaln* dokaz*',
  },
  {
    themes: { 'criminal-justice': 0.5 },
    phrases:
      'justice | justicia | justica | data held by provider* | foreign provider* | service providers | fournisseurs de services | proveedores de servicios | prestadores de servicos',
  },
  {
    themes: { 'cybercrime-investigation': 0.85 },
    phrases:
      'detectiv* | enqueteur* | enqueter | enquetes penales | police judiciaire | investigacion criminal | investigacao criminal | inspetores | kriminalpolizei | detektyw* | preiskav* | undercover | money mule* | child sexual abuse | child exploitation | child abuse | sexual exploitation | hightech crime | computer crime* | online crime | internet crime | cyber criminals',
  },
  {
    themes: { 'cybercrime-investigation': 0.7 },
    phrases:
      'digital forensic* | computer forensic* | mobile forensic* | forensic* lab* | laborato* forens* | forensic* examin* | seized device* | seized | cryptocurrenc* | virtual asset* | virtual currenc* | bitcoin | criptomoned* | criptomoeda* | cryptomonnaie* | kryptowahrung* | kryptowalut* | kriptovalut* | dark net',
  },
  {
    themes: { 'cybercrime-investigation': 0.45 },
    phrases: 'fraud | frauds | fraude* | betrug* | oszust* | prevar* | ransomware',
  },
]
