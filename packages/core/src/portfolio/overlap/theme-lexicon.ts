/**
 * The words by which a text speaks of a theme of capacity building: data, written by us.
 *
 * Each line gives themes with a likelihood (0 to 1) that a project whose text uses one of the phrases works on them, and the
 * phrases, parted by `|`, in the desk's languages where they differ. Likelihoods are round judgements, not fitted figures.
 * A line without themes takes words out of play: "law enforcement" is not about law. Phrases: see `phrases.ts`.
 *
 * Themes: the taxonomy of the portfolio; their pillars follow the EU operational guidance on cyber capacity building
 * (2023) and the dimensions of the Oxford maturity model.
 */

export interface LexiconLine {
  readonly themes: Readonly<Record<string, number>>
  readonly phrases: string
}

/** The themes that texts are read for. */
export const THEMES = [
  'strategy-policy',
  'legislation',
  'criminal-justice',
  'cybercrime-investigation',
  'incident-response',
  'cii-protection',
  'awareness',
  'skills-training',
  'cyber-diplomacy',
  'military-cyber-defence',
  'digital-government',
  'standards-certification',
  'rights-civil-society',
  'assessment',
  'network-coordination',
] as const

export const THEME_LEXICON: readonly LexiconLine[] = [
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
    themes: { 'strategy-policy': 0.6, 'cii-protection': 0.4, 'incident-response': 0.3 },
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

  // legislation, weighed down where nothing in the text speaks of crime (theme-evidence.ts)
  {
    themes: { legislation: 0.8 },
    phrases:
      'legislat* | law reform* | legal reform* | draft law* | lawmak* | legislador* | gesetzgeb* | ustawodaw* | zakonodaj*',
  },
  { themes: { legislation: 0.8 }, phrases: 'cybercrime law* | evidence law* | cybercrime legislat*' },
  {
    themes: { legislation: 0.6 },
    phrases:
      'law | laws | legal framework* | legal | cadre juridique | marco juridico | marco legal | rechtsrahmen | ramy prawne | pravn* okvir* | loi | lois | leyes | gesetze | prawo',
  },
  {
    themes: { legislation: 0.3, 'strategy-policy': 0.4 },
    phrases: 'legal environment | law alignment | regulatory alignment | regulation*',
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

  // incidents and infrastructure
  {
    themes: { 'incident-response': 0.9 },
    phrases:
      'csirt* | cert | certs | cirt | cirts | computer emergency response* | incident response* | incident management | incident handling | response team* | national response team* | crisis management | cyber crisis* | reponse aux incidents | respuesta a incidentes | resposta a incidentes | vorfallreaktion* | reagowani* na incydent* | odzivanj* na incident* | security operations cent* | early detection | detection and response | malware analys* | cyberincident*',
  },
  {
    themes: { 'incident-response': 0.6 },
    phrases:
      'incident* | incydent* | vorfall* | rapid response | rapid assistance | rapid reaction | cyber exercise* | cyber drill* | cyber range* | tabletop exercise* | threat intelligence | vulnerabilit* | cyber response | reporting point',
  },
  {
    themes: { 'incident-response': 0.35 },
    phrases: 'exercise* | information sharing | technical training | response | readiness',
  },
  {
    themes: { 'cii-protection': 0.9 },
    phrases:
      'critical infrastructur* | critical information infrastructur* | critical national infrastructur* | information infrastructur* | essential service* | critical operator* | critical system* | infrastructures critiques | infraestructura* critica* | infraestrutura* critica* | kritisch* infrastruktur* | infrastruktur* krytyczn* | kriticn* infrastruktur* | industrial control system* | scada | critical government data',
  },
  {
    themes: { 'cii-protection': 0.5 },
    phrases:
      'energy sector | power grid* | electricity | water utilit* | hospital* | health sector | financial sector | banking sector | telecom* | port* authority | maritime | aviation | risk assessment* | risk baseline | severity scale*',
  },

  // people
  {
    themes: { awareness: 0.85 },
    phrases:
      'awareness | hygiene | cyberhygiene | awareness campaign* | campaign* | online safety | cybersafety | sensibilisation | concienciacion | sensibilizacion | conscientizacao | sensibilizacao | sensibilisier* | swiadomos* | ozavescan*',
  },
  {
    themes: { awareness: 0.4 },
    phrases:
      'culture | citizens | schools | pupils | children | youth | small businesses | sme | smes | public education',
  },
  {
    themes: { 'skills-training': 0.75 },
    phrases:
      'workforce | talent | skills development | cyber skills | curricul* | universit* | professional training | professional development | scholarship* | vocational | competences | competencias | kompetenc* | umiejetnos* | ausbildung* | formation professionnelle',
  },
  {
    themes: { 'skills-training': 0.4 },
    phrases: 'education | elearning | academy | skills | experts | csirt training | jobs',
  },
  {
    themes: { 'skills-training': 0.2 },
    phrases:
      'training | trainings | trained | train | course* | mentor* | workshop* | formation | capacitacion | formacion | formacao | capacitacao | schulung* | szkole* | usposabljan* | boot camp',
  },

  // diplomacy and defence
  {
    themes: { 'cyber-diplomacy': 0.9 },
    phrases:
      'cyberdiplomacy | diplomac* | diplomat* | dyplomac* | diplomacij* | norms | norms of responsible | responsible state behaviour | international law | confidence building | cbm | cbms | oewg | open ended working group | international security | volkerrecht* | droit international | derecho internacional | direito internacional | prawo miedzynarodowe | mednarodn* prav* | crisis communication* | contact point* | points of contact',
  },
  { themes: { 'cyber-diplomacy': 0.5 }, phrases: 'negotiat* | dialogue* | talks | sovereign*' },
  {
    themes: { 'military-cyber-defence': 0.9 },
    phrases:
      'military | armed force* | cyberdefence | cyberdefense | ministry of defence | ministries of defence | european peace facility | defence forces | army | soldiers | forces armees | fuerzas armadas | forcas armadas | streitkraft* | sil* zbrojn* | oborozen* sil* | cyberdefensa | ciberdefensa | ciberdefesa | cyberabwehr | cyberobron* | kibernetsk* obramb*',
  },
  { themes: { 'military-cyber-defence': 0.6 }, phrases: 'defence | defense' },

  // government, standards, rights
  {
    themes: { 'digital-government': 0.85 },
    phrases:
      'digital government | egovernment | digital state | digital identit* | electronic identit* | data exchange | digital public services | digital public infrastructure | public registers | registers | government data | digital services | eservices | interoperab* | administration electronique | gobierno digital | governo digital | digitale verwaltung | cyfrow* administrac* | eadministrac* | euprav*',
  },
  {
    themes: { 'digital-government': 0.5 },
    phrases:
      'egovernance | public administration* | public authorit* | digital transformation | digitalisation | digitalization | digital econom* | government network* | government systems | data security',
  },
  {
    themes: { 'standards-certification': 0.85 },
    phrases:
      'standards | standardi* | certification scheme* | certification | certif* | accredit* | conformity assessment | product security | labelling scheme* | iso 27001 | common criteria | normalisation | normalizac* | normung | zertifizier* | certyfikac*',
  },
  {
    themes: { 'rights-civil-society': 0.85 },
    phrases:
      'civil society | human rights | digital rights | fundamental rights | rights defenders | ngo | ngos | journalist* | internet freedom | freedom of expression | societe civile | sociedad civil | sociedade civil | zivilgesellschaft* | spoleczenstw* obywatelsk* | civiln* druzb* | droits humains | derechos humanos | direitos humanos | menschenrecht*',
  },
  {
    themes: { 'rights-civil-society': 0.4 },
    phrases:
      'media | disinformation | privacy | data protection | gender | women | rule of law | rights | inclusive | democracy | democratic',
  },

  // knowledge and networks
  {
    themes: { assessment: 0.85 },
    phrases:
      'assessment* | assess | baseline* | gap analys* | maturity model* | cmm | scoping | national cyber review* | cyber review* | policy gaps | needs analys* | benchmark* | risk assessment* | readiness assessment*',
  },
  {
    themes: { assessment: 0.5 },
    phrases:
      'review | reviews | research | study | studies | survey* | evaluat* | diagnos* | etude* | estudio* | estudo* | studie | badani* | raziskav*',
  },
  {
    themes: { 'network-coordination': 0.6 },
    phrases:
      'donor coordination | network of experts | networks of expertise | expert network* | south south | regional hub* | coordination among projects | mapping of projects | community of practice | peer network*',
  },
  {
    themes: { 'network-coordination': 0.35 },
    phrases:
      'network* | hub | hubs | coordination | coordinate* | community | platform* | stakeholders | forum | partnership* | regional centre',
  },

  // words that mean something else where they stand
  {
    themes: {},
    phrases:
      'eastern partnership | capacity assessment tool | communications authority | international cooperation | assessment mission | united nations | council of europe | african union | european union | state authorities | local authorities',
  },
]

/**
 * What the mandate of an organisation says of the themes of what it carries out: read in the names of implementers, and
 * weaker than the text. Facts about organisations, judged by us.
 */
export const MANDATES: readonly LexiconLine[] = [
  {
    themes: { 'cybercrime-investigation': 0.6 },
    phrases:
      'interpol | europol | afripol | ameripol | aseanapol | police | polizei | gendarmerie* | policia | fbi | home affairs',
  },
  {
    themes: { 'criminal-justice': 0.45, legislation: 0.4, 'cybercrime-investigation': 0.4 },
    phrases: 'council of europe | conseil de l europe | unodc',
  },
  {
    themes: { 'criminal-justice': 0.7 },
    phrases: 'prosecutor* | eurojust | ministry of justice | department of justice | doj | judicial',
  },
  {
    themes: { 'incident-response': 0.6 },
    phrases: 'forum of incident response | cert | csirt* | jpcert | trusted introducer',
  },
  {
    themes: { 'military-cyber-defence': 0.6 },
    phrases: 'nato | ministry of defence | department of defense | armed forces',
  },
  {
    themes: { 'cyber-diplomacy': 0.5 },
    phrases: 'osce | unidir | ministry of foreign affairs | diplo | diplofoundation',
  },
  { themes: { 'incident-response': 0.3, 'strategy-policy': 0.3 }, phrases: 'itu | telecommunication union' },
  {
    themes: { 'strategy-policy': 0.35 },
    phrases:
      'dcaf | egovernance academy | oas | organization of american states | oxford | global cybersecurity capacity centre',
  },
]
