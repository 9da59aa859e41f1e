"""The words that tell what a capitalised run of words is: titles, and the head nouns of organisations, agreements,
events and places. Closed lists of general English; nothing of one story."""

from __future__ import annotations

from .words import word_set

# Before a person's name, never part of it.
HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame madam shri smt sri hon rev reverend fr father sister herr frau"
)
TITLES = word_set(
    "minister president secretary chancellor governor senator representative congressman congresswoman mayor "
    "premier pm ceo cfo coo cto chairman chairwoman chairperson chair director commissioner ambassador envoy "
    "spokesman spokeswoman spokesperson judge justice magistrate prosecutor attorney lawyer general colonel captain "
    "lieutenant sergeant major admiral brigadier commander inspector superintendent constable officer sheriff "
    "detective chief leader speaker coach manager striker goalkeeper midfielder defender analyst economist author "
    "editor correspondent reporter founder cofounder co-founder executive counterpart candidate lawmaker deputy mp "
    "mep boss head archbishop bishop cardinal imam rabbi councillor councilor treasurer undersecretary taoiseach "
    "emir sultan dictator professor scientist actor actress singer"
)
ROYAL = word_set(
    "king queen prince princess pope saint st lord lady duke duchess baron baroness earl sheikh ayatollah crown"
)
TITLE_PARTS = word_set(
    "prime external foreign affairs interior home finance defence defense health trade vice deputy former ex acting "
    "then union federal state senior chief assistant associate executive managing general attorney police fire "
    "lieutenant lt maj sgt gen col capt gov sen rep cabinet justice education environment transport energy "
    "agriculture economy commerce labour labor industry technology house opposition party press permanent special "
    "presidential national us and of the first head new newly financial chief-executive supreme district high court "
    "u.s un treasury army navy air marketing technical"
)
# Whose office is named after "of" or "for", and the words that such an office is made of: "Minister of Transport".
OFFICE_HOLDERS = word_set("minister ministers secretary secretaries undersecretary commissioner commissioners")
PORTFOLIOS = word_set(
    "administration affairs agriculture aviation budget business children civil climate coal commerce "
    "communications consumer cooperation coordination culture decentralisation decentralization defence defense "
    "development digital disability disaster economic economy education electronics emergencies emergency "
    "employment energy enterprise environment environmental equality external family federal finance finances "
    "fisheries food foreign forestry forests gender health heritage higher highways home homeland housing "
    "immigration industries industry information infrastructure innovation integration interior internal investment "
    "irrigation justice labor labour land lands law livestock local maritime media migration mines mining national "
    "natural oceans parliamentary pensions petroleum planning ports posts power public railways reconstruction "
    "reform regional relations religious research resources revenue roads rural science security services shipping "
    "skills social solidarity sport sports state statistics steel supply sustainability taxation technology "
    "telecommunications telecoms textiles tourism trade transformation transport transportation treasury tribal "
    "urban veterans war water welfare women work works youth"
)
ABBREVIATED = word_set(
    "dr mr mrs ms prof st sen gen gov rep lt col sgt capt maj rev hon jr sr inc co corp ltd bros mt ft"
)

ORGANISATIONS = word_set(
    "ministry department agency authority commission committee council court university college school institute "
    "institution bank group company corporation corp inc ltd llc plc gmbh ag sa nv co holdings partners association "
    "federation confederation union party parliament congress senate assembly office bureau board administration "
    "foundation trust society club fc united academy police army navy force forces guard organization organisation "
    "nations league alliance coalition press news times post journal tribune herald gazette telegraph guardian "
    "studio studios airlines airways motors pharmaceuticals laboratories labs hospital museum library fund treasury "
    "cabinet secretariat directorate tribunal embassy brigade division battalion syndicate cooperative orchestra "
    "theatre theater brothers bros insurance industries securities ventures electric telecom telecommunications "
    "broadcasting chamber registry service center centre reserve exchange systems"
)
AGREEMENTS = word_set(
    "agreement treaty accord accords pact convention protocol memorandum deal initiative partnership charter "
    "declaration framework compact covenant mou moc"
)
# Laws and plans: they end a name, and are no agreement.
MEASURES = word_set(
    "act bill plan programme program scheme directive regulation resolution strategy policy project operation law code"
)
EVENTS = word_set(
    "dialogue dialog summit conference meeting forum talks games olympics cup championship championships festival "
    "election elections referendum war battle revolution crisis pandemic exhibition expo prize award awards "
    "congress tournament final open marathon hurricane storm cyclone typhoon session"
)
PLACES = word_set(
    "river lake sea ocean island islands mountain mountains mount valley street road avenue square park bridge "
    "county district province peninsula bay gulf strait straits canal desert forest airport station port harbour "
    "harbor beach city town village region territory states coast"
)
# Head nouns after which "of" goes on with the same name.
WITH_OF = (
    ORGANISATIONS
    | AGREEMENTS
    | EVENTS
    | PLACES
    | word_set("internet line statue king queen duke duchess prince republic kingdom bay tower rule")
)

# Nouns that writers capitalise without naming anything by them alone.
GENERIC = (
    TITLES | HONORIFICS | ROYAL | ORGANISATIONS | MEASURES | AGREEMENTS | EVENTS | PLACES
    | word_set(
    "government state nation republic kingdom constitution law ministers presidents foreign national international "
    "federal internet web god earth christmas easter day week month year north south east west northern southern "
    "eastern western central spring summer autumn winter english chapter section article page figure table part "
    "volume photo image source video file copyright am pm mp bc ad tv ok ceo cfo phd rs usd gmt est utc faq pdf url "
    "id no vs dr update read more also related share follow sign click here subscribe newsletter login view "
    "comments comment reply home menu search next previous latest top breaking live watch listen advertisement "
    "sponsored story stories covid"
)
) - word_set("united times guardian telegraph")  # fmt: skip

DAYS_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
    "thurs fri sat sun"
)

PARTICLES = word_set("van von de del della der den bin ibn bint al el da di dos das du la le ten ter y abu ben")

# What begins a sentence in a capital without being a name.
STARTERS = word_set(
    "about above according across additionally after afterwards again against ahead all almost along already also "
    "although altogether amid amidst among amongst an and another any anyone apart are around as aside at away back "
    "based be because before behind being below beneath beside besides between beyond both but by can certainly "
    "clearly compared concerning consequently considering critics currently despite did do does doing done down due "
    "during each earlier early either else elsewhere enough especially even eventually ever every everyone "
    "everything everywhere except experts few finally first firstly following for former formerly fortunately from "
    "further furthermore generally given had has have having he hence her here hers herself him his hopefully how "
    "however i if in including indeed initially inside instead into is it its itself just last lastly late later "
    "latest least less let like likewise little local long many maybe me meanwhile might more moreover most mostly "
    "much must my naturally near nearby nearly neither never nevertheless new next no nobody none nonetheless nor "
    "not nothing notably now nowadays of off officials often oh ok old on once one only onto opposite or original "
    "originally other others otherwise our out outside over overall own particularly past people perhaps please "
    "police possibly presumably previously probably quite rather really recent recently regarding reportedly "
    "researchers residents right sadly same says second secondly see several shall she should similarly since so "
    "some somebody someone something sometimes somewhat soon still such suddenly surely than thank thanks that the "
    "their theirs them themselves then there thereafter therefore these they third thirdly this those though three "
    "through throughout thus to today together tomorrow tonight too toward towards two typically ultimately under "
    "underneath unfortunately unless unlike until up upon us usually very via was we well were what whatever when "
    "whenever where whereas wherever whether which while who whoever whole whom whose why will with within without "
    "worse would yes yesterday yet you young your yours yourself four five six seven eight nine ten dozens hundreds "
    "thousands millions half part asked born speaking talking responding reacting citing analysts investors "
    "scientists reporters authorities protesters supporters opponents campaigners doctors lawyers prosecutors "
    "shares stocks sales profits revenue prices data figures sources studies a am per plus minus"
)

# Words that no name holds: a capitalised run with one is a heading or a label.
SENTENCE_WORDS = word_set(
    "i you he she it we they me him them my your his her its our their this these those that what how why when "
    "where which who is are was were be been do does did has have had can could will would shall should may might "
    "must not no don't if then because every all any more most than here there now get make take"
)
# Small words that are no part of a name that stands within a sentence, though they are written with a capital.
ARTICLES = word_set("the a an this that these those our their his her its")
