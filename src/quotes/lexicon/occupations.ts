const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * More nouns of persons, for words that stand small: with a capital letter many of them are surnames (Baker, Porter, Cook).
 */
export const OCCUPATIONS =
  set(`president-elect governor-elect mayor-elect supervisor attendant landlord landlady conductor mediator architect artist
  biologist botanist chemist physicist geologist seismologist hydrologist microbiologist epidemiologist astronomer meteorologist
  psychologist psychiatrist specialist trombonist violinist pianist guitarist drummer musician composer soprano tenor soloist
  painter sculptor photographer novelist poet playwright translator librarian curator archivist archaeologist
  headteacher headmaster headmistress lecturer tutor janitor caretaker cleaner clerk secretary-general cashier shopkeeper
  grocer butcher baker cook chef waiter waitress bartender barman brewer gardener forester fisherman fisherwoman lobsterman sailor skipper
  ferryman docker stevedore steward stewardess trucker courier postman postwoman carpenter plumber electrician mechanic
  welder builder miner machinist foreman forewoman apprentice retiree pensioner teenager toddler passenger commuter
  neighbour neighbor survivor volunteer campaigner protester protestor demonstrator organizer marcher firefighter paramedic medic
  midwife dentist pharmacist veterinarian vet therapist counsellor counselor coroner pathologist auditor accountant banker
  trader broker investor shareholder entrepreneur designer programmer technician operator inspector regulator
  commissioner ombudsman magistrate barrister solicitor bailiff warden ranger guard keeper lighthouse-keeper goalscorer
  winger forward fullback captain cyclist runner sprinter swimmer climber rower skater skier jockey boxer wrestler golfer
  champion referee umpire trainer physio scout winner loser runner-up newcomer debutant player teammate team-mate
  nun monk vicar deacon curate chaplain councillor councilor councilman councilwoman alderman backbencher peer negotiator
  spokesmen trustee patron donor lobbyist unionist undertaker optician florist tailor weaver potter printer publisher
  blogger broadcaster presenter newsreader filmmaker screenwriter producer dancer choreographer model
  mathematician statistician linguist anthropologist sociologist criminologist ecologist oceanographer zoologist ornithologist
  virologist oncologist cardiologist neurologist immunologist radiologist agronomist beekeeper winemaker shepherd
  maestra maestro cartero cartera alcaldesa pescador pescadora vecina vecino portera dueña dueño jurista bióloga biólogo
  botánica botánico coordinadora coordinador farera farero capitán capitana patrón patrona enfermera enfermero abogada abogado`);

/** What a German noun for a person's work ends with: Wahlkampfleiter, Flughafenchefin. */
export const GERMAN_OFFICE =
  /\p{L}{3}(?:chef|leiter|sprecher|minister|präsident|meister|arzt|ärzt|forscher|direktor|ingenieur|führer|inhaber|trainer|lehrer|beauftragte|vorsitzende|kapitän|fahrer|pfleger)(?:in|r)?$/u;

/** Verbs that say what somebody does for a living or is in charge of: "who leads the brigade". */
export const OFFICE_VERBS =
  set(`leads heads runs owns chairs coaches manages directs commands teaches studies edits represents oversees coordinates captains
  conducts speaks works drives bakes farms keeps sells repairs plays supervises supervised organises organizes presides hosts
  follows covers tracks   led headed founded co-founded chaired directed designed invented ran`);
