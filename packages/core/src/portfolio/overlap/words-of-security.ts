/**
 * The words by which a text speaks of security, people, diplomacy, defence, government, rights and knowledge: data, written by
 * us. What the lines mean: `theme-lexicon.ts`.
 */
import type { LexiconLine } from './theme-lexicon.ts'

export const WORDS_OF_SECURITY: readonly LexiconLine[] = [
  // incidents and infrastructure
  {
    themes: { 'incident-response': 0.9 },
    phrases:
      'csirt* | cert | certs | cirt | cirts | computer emergency response* | incident response* | incident management | incident handling | response team* | national response team* | crisis management | cyber crisis* | reponse aux incidents | respuesta a incidentes | resposta a incidentes | vorfallreaktion* | reagowani* na incydent* | odzivanj* na incident* | security operations cent* | early detection | detection and response | malware analys* | cyberincident*',
  },
  {
    themes: { 'incident-response': 0.6 },
    phrases:
      'incident* | incydent* | vorfall* | rapid response | rapid assistance | rapid reaction | cyber exercise* | cyber drill* | tabletop exercise* | threat intelligence | vulnerabilit* | cyber response | reporting point',
  },
  {
    themes: { 'incident-response': 0.35 },
    phrases: 'exercise* | information sharing | technical training | response | readiness',
  },
  {
    themes: { 'cii-protection': 0.9 },
    phrases:
      'critical infrastructur* | critical information infrastructur* | critical national infrastructur* | information infrastructur* | essential service* | critical operator* | critical system* | infrastructures critiques | infrastructures d information critiques | infrastructures essentielles | infraestructura* critica* | infraestrutura* critica* | kritisch* infrastruktur* | infrastruktur* krytyczn* | kriticn* infrastruktur* | industrial control system* | scada | critical government data',
  },
  {
    themes: { 'cii-protection': 0.5 },
    phrases:
      'energy sector | power grid* | electricity | water utilit* | hospital* | health sector | financial sector | banking sector | telecom* | port* authority | maritime | aviation | risk assessment* | risk baseline | severity scale*',
  },

  {
    themes: { 'incident-response': 0.85 },
    phrases:
      'security operation cent* | centre operationnel de securite | centro* de operaciones de seguridad | centro* de operacoes de seguranca | equipe* de reponse | equipe* nationale* de reponse | equipo* de respuesta | equipo* nacional* de respuesta | equipa* de resposta | equipa* nacional* de resposta | gestion de crise* | gestion de crisis | gestao de crise* | krisenmanagement | zarzadzani* kryzysow* | krizn* upravljanj*',
  },
  {
    themes: { 'incident-response': 0.6 },
    phrases:
      'soc | socs | early warning | alerte precoce | alerta temprana | threat hunting | hunting | watch floor* | indicators of compromise | malware | security team* | simulacro* | drill | drills | tabletop* | cyber crises | emergency response | sectoral team* | analyse* de malware',
  },
  {
    themes: { 'incident-response': 0.4 },
    phrases:
      'cyberattack* | cyberattaque* | ciberataque* | cyberangriff* | cyberatak* | kibernetsk* napad* | intrusion* | sensor* | capteur* | sensores | threat* | menace* | amenaza* | ameaca* | crisis | crise* | simulation* | exercice* | ejercicio* | exercicio* | ubung* | cwiczen* | blue team*',
  },
  {
    themes: { 'cii-protection': 0.85 },
    phrases:
      'critical sector* | critical service* | critical entit* | critical asset* | vital service* | operational technolog* | ot security | control system* | services essentiels | servicios esenciales | servicos essenciais | wesentliche* dienst* | uslug* kluczow* | bistven* storit* | control industrial | controlo industrial | controle industrial | systemes industriels',
  },
  {
    themes: { 'cii-protection': 0.6 },
    phrases:
      'power utilit* | power compan* | power system* | grid | grids | utilities | substation* | pipeline* | industrial system* | energy compan* | energy operator* | transport operator* | electrique* | electrica* | eletrica* | energet*',
  },
  {
    themes: { 'cii-protection': 0.4 },
    phrases:
      'operator* | energy | energie | energia | dams | ports | railway* | rail | water | banks | telecom | telecoms | transport | hospitals',
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
    phrases: 'education | elearning | academy | academies | skills | experts | csirt training | jobs',
  },
  {
    themes: { 'skills-training': 0.2 },
    phrases:
      'training | trainings | trained | train | course* | mentor* | workshop* | formation | capacitacion | formacion | formacao | capacitacao | schulung* | szkole* | usposabljan* | boot camp',
  },

  {
    themes: { awareness: 0.75 },
    phrases:
      'password* | mots de passe | contrasena* | outreach | grand public | general public | public at large | publico en general | digital literacy | internet safety | safer internet | safe internet | bullying | cyberbullying | grooming | online scam* | scam | scams | arnaque*',
  },
  {
    themes: { awareness: 0.5 },
    phrases:
      'phishing | parents | teachers | school | ecole* | eleve* | escuela* | escola* | schuler* | uczni* | ucenc* | citoyens | ciudadan* | cidada* | burger* | obywatel* | drzavljan* | radio | consumers | small firms | small enterprises | petites entreprises | pymes | kleine* unternehmen | young people',
  },
  {
    themes: { 'skills-training': 0.7 },
    phrases:
      'internship* | apprentice* | degree* | becas | bourses d etudes | bolsas de estudo | stipendi* | stypend* | career* | diplomado* | qualification* | skills gap* | skill gap* | specialists | brecha de talento | fachkraft*',
  },
  {
    themes: { 'skills-training': 0.45 },
    phrases:
      'fellowship* | train the trainer* | cyber range* | trainers | bootcamp* | boot camps | students | etudiant* | estudiant* | competition* | hackathon* | capture the flag | classroom* | professionals',
  },
  {
    themes: { 'skills-training': 0.2 },
    phrases: 'coach* | cours | curso* | kurs* | learn | lessons',
  },
  // diplomacy and defence
  {
    themes: { 'cyber-diplomacy': 0.9 },
    phrases:
      'cyberdiplomacy | diplomac* | diplomat* | dyplomac* | diplomacij* | norms | norms of responsible | responsible state behaviour | international law | confidence building | cbm | cbms | oewg | open ended working group | international security | volkerrecht* | droit international | derecho internacional | direito internacional | prawo miedzynarodowe | mednarodn* prav*',
  },
  {
    themes: { 'cyber-diplomacy': 0.5 },
    phrases: 'negotiat* | dialogue* | sovereign* | cyber talks | un talks',
  },
  {
    themes: { 'military-cyber-defence': 0.9 },
    phrases:
      'military | armed force* | cyberdefence | cyberdefense | ministry of defence | ministries of defence | european peace facility | defence forces | army | soldiers | forces armees | fuerzas armadas | forcas armadas | streitkraft* | sil* zbrojn* | oborozen* sil* | cyberdefensa | ciberdefensa | ciberdefesa | cyberabwehr | cyberobron* | kibernetsk* obramb*',
  },
  { themes: { 'military-cyber-defence': 0.4 }, phrases: 'defence | defense' },

  {
    themes: { 'cyber-diplomacy': 0.8 },
    phrases:
      'foreign minist* | foreign affairs | affaires etrangeres | relaciones exteriores | asuntos exteriores | negocios estrangeiros | relacoes exteriores | auswartige* | aussenminist* | spraw zagranicznych | zunanj* zadev* | responsible behavio* | responsible conduct | state behavio* | comportement responsable | comportamiento responsable | comportamento responsavel | mesures de confiance | medidas de confianza | medidas de confianca | vertrauensbild* | ambassador* | gge | un process* | cyber diplomat*',
  },
  {
    themes: { 'cyber-diplomacy': 0.5 },
    phrases:
      'delegat* | attribution | consultations | un negotiations | negociac* | negociat* | verhandlung* | negocjac* | pogajanj*',
  },
  {
    themes: { 'cyber-diplomacy': 0.3 },
    phrases: 'talks | contact point* | points of contact | crisis communication*',
  },
  {
    themes: { 'military-cyber-defence': 0.85 },
    phrases:
      'navy | naval | air force* | cyber command* | defensive cyber operation* | defence staff* | defence academ* | military academ* | troops | marine nationale | fuerzas de defensa',
  },
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

  {
    themes: { 'digital-government': 0.7 },
    phrases:
      'electronic signature* | esignature* | trust service* | eid | government portal* | online public service* | civil regist* | signature* electronique* | firma electronica | assinatura* eletronica* | elektronische signatur* | x road | base* registr*',
  },
  {
    themes: { 'rights-civil-society': 0.8 },
    phrases:
      'press freedom | free press | reporter* | blogger* | activist* | activist groups | censorship | defenders | human rights | independent media | spyware | online freedom* | internet shutdown* | shutdown* | periodista* | jornalist* | dziennikarz* | novinarj* | ong | ongs | liberte d expression | libertad de expresion | liberdade de expressao',
  },
  {
    themes: { 'rights-civil-society': 0.5 },
    phrases: 'surveillance | digital safety | digital security | freedom | freedoms',
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

  {
    themes: { assessment: 0.8 },
    phrases:
      'capacity review* | maturity review* | maturity assessment* | needs assessment* | stocktaking | mapping of needs',
  },
  {
    themes: { 'network-coordination': 0.6 },
    phrases:
      'knowledge network* | network of practitioners | exchange of peers | peer exchange* | peer learning | among donors | donors | regional network*',
  },
  // words that mean something else where they stand
  {
    themes: {},
    phrases:
      'eastern partnership | capacity assessment tool | communications authority | international cooperation | assessment mission | united nations | council of europe | african union | european union | state authorities | local authorities',
  },
]
