/**
 * Clauses written for this test, with what they do to the eleven norms.
 *
 * `TRIED` were known when the lists of phrases were written. `KEPT` were written afterwards and nothing was set by them: what
 * is found of them says more of what to expect of a draft of somebody else.
 */
import type { ClauseRelation } from '@demarche/core'

export interface LabelledClause {
  readonly text: string
  /** letter of the norm and what the clause does to it; none for a new idea */
  readonly expected: Readonly<Record<string, ClauseRelation>>
  /** what one might also say */
  readonly alsoRight?: Readonly<Record<string, ClauseRelation>>
}

const repeats = (
  letter: string,
  text: string,
  alsoRight: LabelledClause['alsoRight'] = {},
): LabelledClause => ({
  text,
  expected: { [letter]: 'repeats' },
  alsoRight,
})
const extendsNorm = (letter: string, text: string): LabelledClause => ({
  text,
  expected: { [letter]: 'extends' },
})
const contradicts = (letter: string, text: string): LabelledClause => ({
  text,
  expected: { [letter]: 'contradicts' },
})
const isNew = (text: string): LabelledClause => ({ text, expected: {} })

export const TRIED: readonly LabelledClause[] = [
  repeats('a', 'States should cooperate to increase stability and security in the use of ICTs.'),
  repeats(
    'b',
    'In case of an incident States should consider all relevant information, including the context and the challenges of attribution.',
  ),
  repeats(
    'c',
    'States shall not allow groups on their territory to commit internationally wrongful acts by digital means.',
  ),
  repeats(
    'd',
    'States exchange information and assist each other in prosecuting criminals and terrorists who use ICTs.',
  ),
  repeats(
    'e',
    'States respect human rights on the internet, freedom of expression and the right to privacy among them.',
  ),
  repeats(
    'f',
    'A State should not conduct ICT activity that impairs critical infrastructure serving the public.',
  ),
  repeats('g', 'States should protect their critical infrastructure from ICT threats.'),
  repeats(
    'h',
    'States respond to appropriate requests for assistance from a State whose critical infrastructure is hit.',
  ),
  repeats(
    'i',
    'States ensure the integrity of the supply chain and prevent the spread of malicious tools and hidden functions.',
  ),
  repeats('j', 'States encourage the responsible reporting of vulnerabilities and share remedies.'),
  repeats('k', 'States shall not harm the systems of CERTs, and shall not use them for malicious activity.'),
  extendsNorm('f', 'Companies and other non-State actors must not disrupt hospitals.'),
  extendsNorm(
    'i',
    'States shall not insert hidden functions into products, and producers shall support them for ten years.',
  ),
  extendsNorm(
    'f',
    'Attacks on critical infrastructure are prohibited under all circumstances, armed conflict included.',
  ),
  extendsNorm('h', 'Requests for assistance are answered within 24 hours.'),
  contradicts('k', 'States may use response teams for offensive operations.'),
  contradicts('j', 'States may retain vulnerabilities for intelligence purposes and need not disclose them.'),
  contradicts('f', 'States may attack critical infrastructure in retaliation.'),
  contradicts('g', 'States are not obliged to protect their critical infrastructure.'),
  contradicts('c', 'States may allow private groups to launch cyber attacks from their territory.'),
  isNew('States shall not attack satellites.'),
  isNew('The Chair shall circulate the draft in six languages.'),
  isNew('States shall refrain from developing autonomous weapons.'),
  repeats(
    'a',
    'Governments shall work with one another on steps that make the digital environment steadier and safer, and that prevent practices known to be harmful.',
  ),
  repeats(
    'b',
    'Before drawing conclusions about a cyber incident, a State weighs all the evidence at hand, the wider circumstances and how hard it is to say who was behind it.',
  ),
  repeats(
    'c',
    'No country shall knowingly permit its soil to serve as a base for unlawful cyber operations against others.',
  ),
  repeats(
    'd',
    'Participants will help each other to investigate and prosecute online crime and the use of the internet by terrorists, and will share information to that end.',
  ),
  repeats(
    'e',
    'The same rights that people have offline, including free expression and privacy, must be protected online.',
  ),
  repeats(
    'f',
    'States must not carry out cyber operations that damage hospitals, power grids or other essential services abroad.',
  ),
  repeats(
    'g',
    'Each State shall take measures to secure its own essential services and critical systems against cyber threats.',
  ),
  repeats(
    'h',
    'A State that is asked for help by another whose vital systems are under attack shall answer the request without delay.',
    { h: 'extends' },
  ),
  repeats(
    'i',
    'Governments shall ensure that users can trust the products they buy, by guarding the integrity of suppliers and by curbing the trade in malware.',
  ),
  repeats(
    'j',
    'Security flaws shall be disclosed responsibly, and fixes shall be shared with those affected.',
  ),
  repeats(
    'k',
    'Computer emergency response teams of other States are off limits: no State shall attack them, nor turn its own team to hostile purposes.',
  ),
  extendsNorm(
    'f',
    'Private companies, too, shall refrain from damaging critical infrastructure in other States.',
  ),
  extendsNorm(
    'f',
    'States shall not damage critical infrastructure, including the submarine cables and satellites on which it depends.',
  ),
  extendsNorm('j', 'Parties shall notify vulnerabilities to the vendor within seven days of finding them.'),
  extendsNorm(
    'c',
    'A legally binding treaty shall prohibit the use of national territory for wrongful cyber acts.',
  ),
  extendsNorm(
    'g',
    'States shall protect their critical infrastructure and submit every year an independent audit of it to the Secretary-General.',
  ),
  extendsNorm('k', 'Artificial intelligence shall not be used to harm emergency response teams.'),
  contradicts(
    'k',
    'A State may direct its computer emergency response team to take part in offensive operations.',
  ),
  contradicts('j', 'States are free to keep vulnerabilities secret where they judge it useful.'),
  contradicts('f', 'In peacetime a State may disable the power grid of an adversary by cyber means.'),
  contradicts('h', 'No State is obliged to answer requests for assistance from another State.'),
  contradicts('b', 'States may attribute a cyber attack publicly without weighing the evidence.'),
  contradicts('e', 'Authorities may monitor all communications of the population without regard to privacy.'),
  contradicts('c', 'A State bears no duty to stop wrongful cyber acts launched from its territory.'),
  isNew('States shall not attack satellites or their ground stations.'),
  isNew('Nuclear command and control systems are not to be targeted.'),
  isNew('States shall not use artificial intelligence to decide on the use of force.'),
  isNew('A trust fund for the travel of delegates from small States is set up.'),
  isNew('Undersea cables shall not be cut.'),
  isNew(
    'States shall not spread false information in order to influence the public opinion of another State.',
  ),
  isNew('The secretariat shall meet twice a year in Geneva.'),
  isNew('Weapons that act without human control shall be prohibited.'),
]

export const KEPT: readonly LabelledClause[] = [
  repeats(
    'b',
    'Attribution is to rest on proof, and the victim takes into account the whole setting of the event first.',
  ),
  repeats(
    'c',
    'A State which learns that its networks serve as a launching pad for an assault abroad takes feasible steps to end it.',
  ),
  repeats(
    'c',
    'States take reasonable steps within their territory to stop unlawful use of ICTs against other States.',
  ),
  repeats(
    'd',
    'Law enforcement agencies of the participating States join forces against gangs that extort victims with ransomware.',
  ),
  repeats('d', 'States improve mutual legal assistance in cases of computer-related crime.'),
  repeats(
    'e',
    'Measures taken in the name of security do not curtail the liberty to seek and impart information on the internet.',
  ),
  repeats('e', 'States refrain from arbitrary interference with the privacy of their citizens.', {
    e: 'extends',
  }),
  repeats('f', 'Water works, hospitals and railways are never to be the object of a cyber operation.'),
  repeats(
    'f',
    'States undertake not to impair by means of ICTs the infrastructure on which the public of another State depends.',
  ),
  repeats('g', 'Operators of energy networks and hospitals are made to meet minimum rules for security.'),
  repeats('h', 'When a neighbour asks for assistance during an attack, States lend it, within their means.'),
  repeats('i', 'No backdoors are planted in hardware before it is delivered.', { i: 'extends' }),
  repeats('j', 'Researchers who find weaknesses in software can tell the maker without fear of prosecution.'),
  repeats('j', 'States publish a policy on coordinated vulnerability disclosure.'),
  repeats('k', 'CSIRTs are spared from attack and stay out of intelligence work.'),
  extendsNorm('k', 'The protection of response teams applies also in times of armed conflict.'),
  extendsNorm('j', 'Vendors patch every reported vulnerability free of charge within ninety days.'),
  extendsNorm(
    'e',
    'Companies that sell spyware publish every year an account of its effects on human rights.',
  ),
  extendsNorm(
    'd',
    'A standing international court tries those who commit cyber terrorism, and States cooperate with it.',
  ),
  contradicts(
    'g',
    'The protection of critical infrastructure is a matter of its owners, and no government need concern itself with it.',
  ),
  contradicts('i', 'Intelligence services may insert hidden functions into products for export.'),
  contradicts('d', 'States may refuse to cooperate in cases of cybercrime whenever it suits them.'),
  contradicts('k', 'National CERTs may support the armed forces in attacks on other networks.'),
  contradicts('e', 'Freedom of expression does not apply to the internet.'),
  contradicts('c', 'Governments have the right to let patriotic hackers operate from their soil.'),
  isNew('Each State appoints an ambassador for digital affairs.'),
  isNew('States shall not place weapons in orbit.'),
  isNew('International humanitarian law applies to cyber operations during armed conflict.'),
  isNew('States refrain from the theft of intellectual property by means of ICTs.'),
  isNew('The technology of quantum computing is shared with developing countries.'),
  isNew('States shall not manipulate the algorithms of social networks abroad.'),
  isNew('Disputes are settled by peaceful means.'),
  isNew('The public core of the internet is left intact.'),
]

/** That nobody answers for a wrong, or owes what a norm asks for; the last five deny nothing of the kind. */
export const DENIED: readonly LabelledClause[] = [
  contradicts('c', 'No State shall be held responsible for malicious acts launched from its territory.'),
  contradicts('c', 'A government is not accountable for attacks that private groups launch from its soil.'),
  contradicts('c', 'States bear no responsibility for unlawful operations that begin within their borders.'),
  contradicts('c', 'States are exempt from liability for cyber attacks conducted from their territory.'),
  contradicts('c', 'No country can be made answerable for wrongful acts committed from its territory.'),
  contradicts('c', 'A party may disclaim responsibility for hostile activity on its territory.'),
  contradicts('c', 'No State shall be required to act against cyber operations that use its territory.'),
  contradicts('c', 'Governments have neither duty nor means to follow up attacks from their soil.'),
  contradicts('g', 'No government is responsible for protecting its critical infrastructure.'),
  contradicts('g', 'States shall not be compelled to secure their essential services.'),
  contradicts('h', 'Nobody is bound to answer a request for assistance.'),
  contradicts('j', 'States are under no obligation to disclose vulnerabilities that they know of.'),
  repeats('c', 'No State shall escape responsibility for wrongful acts launched from its territory.'),
  repeats('c', 'States shall not evade liability for cyber attacks launched from their territory.', {
    c: 'extends',
  }),
  repeats('c', 'States are responsible for stopping cyber attacks launched from their soil.'),
  repeats('j', 'States encourage responsible disclosure and do not punish reports of vulnerabilities.'),
  repeats('g', 'No State shall fail in its duty to protect critical infrastructure.'),
]

/** Leave to harm what a norm guards; the last five guard it, or forbid the harm. */
export const PERMITTED: readonly LabelledClause[] = [
  contradicts('f', 'States may use cyber means against the critical infrastructure of another State.'),
  contradicts('f', 'A State is free to deploy digital tools against the power grid of an opponent.'),
  contradicts('f', 'Governments reserve the right to conduct operations against hospitals of the enemy.'),
  contradicts('f', 'Nothing in this text prohibits States from disrupting essential services abroad.'),
  contradicts('f', 'No State is prohibited from attacking the banking system of another.'),
  contradicts('f', 'It is not unlawful to paralyse the water supply of another State in reprisal.'),
  contradicts('f', 'Critical infrastructure is a legitimate target of cyber operations.'),
  contradicts('f', 'Cyber operations against transport systems are permitted as a last resort.'),
  contradicts('f', 'Where it is provoked, a State may switch off the electricity of its adversary.'),
  contradicts('f', 'States retain the right to act against vital systems of those who threaten them.'),
  contradicts('k', 'States may launch operations against the response teams of other States.'),
  contradicts('k', 'It is permissible to overload the systems of a CERT during a crisis.'),
  repeats('f', 'States shall not use cyber means against the critical infrastructure of another State.'),
  repeats('f', 'No government may conduct operations against hospitals.'),
  repeats('g', 'States use all means to protect critical infrastructure against attacks.'),
  repeats('g', 'Governments act against threats to secure their critical infrastructure.'),
  repeats('k', 'States shall not launch operations against the response teams of other States.'),
]

/** As `DENIED` and `PERMITTED`, written after the reading was done: 12 of 15 were right, 13 since nobody is permitted by “no … may”. */
export const KEPT_STANCES: readonly LabelledClause[] = [
  contradicts('c', 'A State cannot be considered liable for cyber attacks mounted from within its borders.'),
  contradicts('c', 'Governments are absolved of accountability for wrongful acts of hackers on their soil.'),
  contradicts(
    'c',
    'What private groups do from national territory by illegal operations is not for the State to answer.',
  ),
  contradicts('c', 'No party is obligated to follow up attacks that pass through its territory.'),
  contradicts('j', 'Governments have no duty to report vulnerabilities.'),
  contradicts('h', 'No request for assistance creates an obligation to respond.'),
  contradicts('f', 'It is lawful to direct digital weapons against the power plants of an aggressor.'),
  contradicts('f', 'Military cyber forces may operate against the water systems of other countries.'),
  contradicts('f', 'Governments are entitled to cripple banking systems in wartime.'),
  contradicts('f', 'Nothing precludes a State from sabotaging hospitals of its adversary.'),
  contradicts('f', 'Energy grids are fair game in a conflict and can be attacked.'),
  contradicts('k', 'Armed forces may act against foreign CERTs.'),
  repeats('f', 'States never deploy cyber tools against hospitals.'),
  repeats('c', 'No government may deny responsibility for attacks launched from its soil.'),
  repeats('g', 'No State is released from its duty to safeguard essential services.'),
]
