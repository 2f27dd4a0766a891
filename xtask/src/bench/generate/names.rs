//! Who speaks, where and on what, in the generated records.
//!
//! Invariant: ids are the names in small letters with hyphens, and the people
//! are invented; only outlets of this kind, parties' names and public bodies
//! are borrowed from life, so that the words look like those of a real corpus.

/// Policy areas.
pub(crate) const THEMES: [&str; 12] = [
    "Workforce and training",
    "Primary care",
    "Hospitals and waiting times",
    "Social care",
    "Mental health",
    "Public health",
    "Funding and value",
    "Structure and accountability",
    "Medicines and research",
    "Technology and data",
    "Urgent care",
    "Maternity and children",
];

/// Name, short name and colour.
pub(crate) const PARTIES: [(&str, &str, &str); 7] = [
    ("Labour Party", "Labour", "#E4003B"),
    ("Conservative Party", "Conservative", "#0087DC"),
    ("Liberal Democrats", "Lib Dem", "#FAA61A"),
    ("Scottish National Party", "SNP", "#B59A00"),
    ("Green Party", "Green", "#02A95B"),
    ("Plaid Cymru", "Plaid", "#005B54"),
    ("Reform UK", "Reform", "#12B6CF"),
];

/// People, each with the place of a party.
pub(crate) const SPEAKERS: [(&str, usize); 32] = [
    ("Ada Quayle", 0),
    ("Martin Threlkeld", 1),
    ("Siân Prosser", 0),
    ("Helena Marchetti", 1),
    ("Rory Ashcombe", 2),
    ("Zoë Lindqvist", 0),
    ("Dev Ramachandran", 1),
    ("Fiona MacAskill", 3),
    ("Tobias Wren", 0),
    ("Grace Oyelaran", 1),
    ("Owen Pritchett", 0),
    ("Beatrix Holloway", 1),
    ("José Carmody", 2),
    ("Nadia Farouk", 0),
    ("Lewis Drummond", 3),
    ("Imogen Stroud", 1),
    ("Clive Barraclough", 6),
    ("Priya Venkatesan", 0),
    ("Angus Kilbride", 3),
    ("Rosalind Peake", 4),
    ("Geraint Llewelyn", 5),
    ("Harriet Somerset", 1),
    ("Kwame Boateng", 0),
    ("Eleanor Fitzroy", 2),
    ("Stuart Hargreave", 1),
    ("Mair Gwynne", 5),
    ("Patrick O’Hanlon", 0),
    ("Lucinda Vane", 1),
    ("Yusuf Demir", 4),
    ("Deborah Kestrel", 0),
    ("Norman Tillotson", 6),
    ("Chloé Renshaw", 2),
];

/// Where articles appear.
pub(crate) const OUTLETS: [&str; 14] = [
    "Health Gazette",
    "The Sentinel",
    "The Courier",
    "Care Week",
    "Westminster Record",
    "Evening Dispatch",
    "Nursing Ledger",
    "The Northern Mail",
    "Policy Review",
    "The Practitioner’s Post",
    "Sunday Herald",
    "Public Finance Monitor",
    "Radio Four Transcripts",
    "Hansard Digest",
];

/// Roles, and whether they are held in government.
pub(crate) const ROLES: [(&str, bool); 20] = [
    ("Secretary of State for Health", true),
    ("Shadow Health Secretary", false),
    ("Prime Minister", true),
    ("Leader of the Opposition", false),
    ("Minister of State for Care", true),
    ("Shadow Minister for Care", false),
    ("Chancellor of the Exchequer", true),
    ("Shadow Chancellor", false),
    ("Minister for Public Health", true),
    ("Shadow Minister for Public Health", false),
    ("Chief Secretary to the Treasury", true),
    ("Health spokesperson", false),
    ("Chair of the Health Committee", false),
    ("Backbench Member of Parliament", false),
    ("Party leader", false),
    ("Deputy leader", false),
    ("First Minister", true),
    ("Minister for Mental Health", true),
    ("Shadow Minister for Mental Health", false),
    ("Member of the House of Lords", false),
];

/// The role that everybody holds first.
pub(crate) const FIRST_ROLE: usize = 13;

/// Kinds of unit, as the corpus format names them.
pub(crate) const STANCES: [&str; 5] = ["firm", "negative", "soft", "position", "declined"];

/// Name and abbreviation of what pledges are about.
pub(crate) const BODIES: [(&str, &str); 16] = [
    ("Integrated care boards", "ICB"),
    ("Integrated care systems", "ICS"),
    ("NHS foundation trusts", "FT"),
    ("Clinical commissioning groups", "CCG"),
    ("Health and wellbeing boards", "HWB"),
    ("NHS England", "NHSE"),
    ("Department of Health and Social Care", "DHSC"),
    ("Care Quality Commission", "CQC"),
    ("Primary care networks", "PCN"),
    ("Ambulance trusts", ""),
    ("Local authorities", ""),
    ("General practices", "GP"),
    ("Medical schools", ""),
    ("Community pharmacies", ""),
    ("Mental health trusts", ""),
    ("National Institute for Health and Care Excellence", "NICE"),
];

/// A name as an id: small letters and digits, single hyphens between.
pub(crate) fn id(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for letter in name.chars() {
        let plain = match letter {
            'ë' | 'é' => 'e',
            'â' => 'a',
            '’' => continue,
            other => other.to_ascii_lowercase(),
        };
        if plain.is_ascii_alphanumeric() {
            id.push(plain);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn ids_are_plain() {
        assert_eq!(id("Patrick O’Hanlon"), "patrick-ohanlon");
        assert_eq!(id("Build £2.5bn of Zoë’s!"), "build-2-5bn-of-zoes");
    }
}
