//! The real words of the generated texts: those that every sentence has, those
//! of health policy by theme, and phrases that people repeat.
//!
//! Invariant: the themes' words stand in the order of `names::THEMES`.

/// Words that hold sentences together, the most frequent first.
pub(super) const FUNCTION: &str = "the to of and in a that we is for will it be on with i as not \
are have our this by from at they but was has or which more their an there who if would all what \
can so do up out no than when been one about he them into you now also its only over those should \
could some people because just your were how his make need new very my where these she time two \
after before other still must first those while between under against through much many most \
being such during without every any own same too even well back way may might her us again never \
always here both each few until since though within across towards around among upon beyond \
whether either neither nor yet once often perhaps rather quite almost already";

/// What is said in every theme.
pub(super) const COMMON: &str = "nhs health care patients service services staff government \
england plan public country party minister years system national local support work working \
investment reform change promise commitment priority budget money spending taxpayers parliament \
election manifesto policy families communities future crisis pressure problem problems standards \
target targets access quality better best faster longer right help give put take keep build \
deliver deliver invest increase reduce improve protect introduce guarantee ensure extend expand \
create end stop cut double halve train recruit fund back open close review publish consult \
abolish replace restore tackle strengthen modernise";

/// Words of each theme.
pub(super) const BY_THEME: [&str; 12] = [
    "workforce nurses doctors nurse doctor midwives training places recruitment retention pay \
     consultants graduates apprentices bursary vacancies rota burnout overtime agency locum skills \
     curriculum placements physician associates strike dispute union award pensions morale career \
     registrars deanery supervision",
    "gp practice surgery surgeries appointment appointments pharmacist pharmacists pharmacy \
     dentist dentists dentistry opticians referral continuity partners partnership list receptionist \
     phone scramble neighbourhood community district visiting contract salaried premises prescribing \
     triage screening home doorstep frontdoor",
    "hospital hospitals waiting list lists backlog elective surgery operations theatres beds wards \
     consultant outpatient diagnostics scanners scans weeks wait waits cancellations capacity hubs \
     discharge trust trusts concrete buildings maintenance wing rebuild diagnosis cancer treatment",
    "social carers carer residential homes home domiciliary elderly dignity cap costs councils \
     assessment eligibility personal budgets unpaid respite dementia independence integration joined \
     provider providers fees wages royal commission inheritance threshold ageing disability",
    "mental psychological therapies therapy counselling counsellors schools young depression \
     anxiety suicide prevention parity esteem sectioning detention crisis psychiatric psychiatrists \
     inpatient stigma eating disorders wellbeing talking support hubs teenagers loneliness act",
    "smoking tobacco vaping obesity sugar levy alcohol pricing prevention inequalities vaccination \
     vaccine immunisation screening exercise junk food advertising fluoridation gambling air pollution \
     deprivation life expectancy pandemic resilience testing stockpile active housing children",
    "billion million funding efficiency savings productivity procurement waste deficit deficits \
     settlement treasury tax insurance national contribution capital revenue grant allocation formula \
     inflation real terms spend audit management bureaucracy private finance contracts debt borrowing",
    "reorganisation restructuring commissioning boards board integrated systems accountability \
     legislation bill act regulator inspection commission abolish structures managers leadership \
     devolution mayors central command autonomy foundation tariff competition market outsourcing \
     transparency inquiry duty candour whistleblowers",
    "medicines drugs drug research trials clinical innovation pharmaceutical prescription \
     prescriptions charges generic cost effectiveness appraisal genomics genome antibiotics resistance \
     shortages supply licensing rare diseases cannabis life sciences universities laboratory therapies \
     biotech patents",
    "technology digital data records record app online software computers paperless sharing privacy \
     consent artificial intelligence cyber security platform wearable remote monitoring virtual wards \
     email fax connectivity interoperability passport single login analytics algorithms robots supplier",
    "emergency ambulance ambulances accident urgent handover corridor trolley casualty paramedics \
     response minutes winter pressures walk-in centres helpline triage overnight streaming stroke heart \
     attack major trauma closure downgrade flow exit-block departments",
    "maternity midwife midwives births birth babies baby mothers mother neonatal stillbirth \
     breastfeeding antenatal postnatal families children child nursery paediatric visitors visitor \
     obstetric safety deaths inquiry compensation fertility perinatal toddlers infants immunised \
     parents",
];

/// Said so often that it comes as a piece.
pub(super) const PHRASES: &[&str] = &[
    "the National Health Service",
    "NHS England’s",
    "the NHS",
    "over the next five years",
    "in the coming months",
    "free at the point of use",
    "by the end of this parliament",
    "as soon as possible",
    "not fit for purpose",
    "a 10-year plan",
    "the Department of Health and Social Care",
    "integrated care boards",
    "I’ve been clear that",
    "we don’t believe that",
    "it isn't right that",
    "the last Labour government",
    "the Conservatives’ record",
    "up and down the country",
    "long-term",
    "top-down reorganisation",
    "hard-working families",
    "GPs’",
    "health and social care",
    "postcode lottery",
    "mid-term review",
    "front-line staff",
    "vis-à-vis",
    "a fait accompli",
    "naïve",
    "Médecins Sans Frontières",
];

/// How a statement of each kind begins, in the order of `names::STANCES`.
pub(super) const OPENINGS: [&[&str]; 5] = [
    &[
        "Build",
        "Double",
        "Train",
        "Recruit",
        "Fund",
        "Guarantee",
        "Introduce",
        "Invest in",
        "Publish",
        "Restore",
        "Create",
        "Give",
        "Put",
        "Extend",
    ],
    &[
        "Rule out",
        "Refuse to accept",
        "Refrain from",
        "Stop",
        "End",
        "Never allow",
    ],
    &[
        "Consult on",
        "Aim for",
        "Look at",
        "Work towards",
        "Seek",
        "Explore",
        "Hope for",
    ],
    &[
        "Hold that",
        "Maintain that",
        "Regard",
        "Believe in",
        "Deplore",
    ],
    &["Decline to promise", "Leave open", "Decline to commit to"],
];
