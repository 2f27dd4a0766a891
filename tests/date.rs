//! Dates: what is read, what is refused, what is shown.

use pledges::corpus::date::{Date, DateError, Day};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

#[test]
fn dates_are_written_as_they_were_read() {
    for text in [
        "2015",
        "2015-01",
        "2015-01-27",
        "2010~",
        "2024-04-26~",
        "2018-06-01/2018-06-02",
        "2012/2018",
        "2018-05/2018-06-02",
        "2014~/2015~",
        "2024-02-29",
    ] {
        assert_eq!(date(text).edtf(), text);
        assert!(date(text).is_real(), "{text}");
    }
}

#[test]
fn dates_read_as_people_write_them() {
    for (text, human) in [
        ("2015-01-27", "27 January 2015"),
        ("2024-04-26~", "about 26 April 2024"),
        ("2025-02", "February 2025"),
        ("2010", "2010"),
        ("2010~", "about 2010"),
        ("2018-06-01/2018-06-02", "1–2 June 2018"),
        ("2018-05-30/2018-06-02", "30 May – 2 June 2018"),
        ("2017-12-30/2018-01-02", "30 December 2017 – 2 January 2018"),
        ("2018-05/2018-06", "May–June 2018"),
        ("2018-05/2018-06-02", "May – 2 June 2018"),
        ("2012/2018", "2012–2018"),
        ("2012/2018-06", "2012 – June 2018"),
        ("2014~/2015~", "about 2014–2015"),
    ] {
        assert_eq!(date(text).human(), human, "{text}");
    }
}

#[test]
fn what_is_no_date_is_refused_with_the_reason() {
    for (text, why) in [
        ("", "it has not the form of a date"),
        ("15-01-27", "it has not the form of a date"),
        ("2015-1-27", "it has not the form of a date"),
        ("2015-01-27T10:00", "it has not the form of a date"),
        ("27 January 2015", "it has not the form of a date"),
        ("~2015", "it has not the form of a date"),
        ("2015-01-27-03", "it has not the form of a date"),
        ("2015-01-27?", "it has not the form of a date"),
        ("٢٠١٥", "it has not the form of a date"),
        ("0999", "the year 999 is out of range"),
        ("3000-01-01", "the year 3000 is out of range"),
        ("2015-13", "there is no month 13"),
        ("2015-00", "there is no month 00"),
        ("2015-02-29", "February 2015 has no day 29"),
        ("1900-02-29", "February 1900 has no day 29"),
        ("2015-04-31", "April 2015 has no day 31"),
        ("2015-04-00", "April 2015 has no day 0"),
        (
            "2018-06-02/2018-06-01",
            "the interval does not end after it starts",
        ),
        (
            "2018-06-01/2018-06-01",
            "the interval does not end after it starts",
        ),
        (
            "2018-06-01~/2018-06-02",
            "only one end of the interval is marked `~`",
        ),
        ("2018-06-01/", "it has not the form of a date"),
        ("2018/2019/2020", "it has not the form of a date"),
    ] {
        assert_eq!(
            Date::parse(text).expect_err(text).to_string(),
            why,
            "{text}"
        );
    }
    assert_eq!(
        Date::parse("2015-02-30"),
        Err(DateError::Day(Day {
            year: 2015,
            month: 2,
            day: 30
        }))
    );
}

#[test]
fn days_are_counted_from_1970_and_stand_in_the_middle_of_what_is_known() {
    assert_eq!(date("1970-01-01").days(), 0);
    assert_eq!(date("2000-03-01").days(), 11_017);
    assert_eq!(date("2015").bounds(), (16_436, 16_800));
    assert_eq!(date("2015").days(), 16_618);
    assert_eq!(date("2015-06").days(), date("2015-06-15").days());
    assert_eq!(
        date("2018-06-01/2018-06-03").days(),
        date("2018-06-02").days()
    );
    assert_eq!(date("2015").yyyymmdd(), 20_150_000);
    assert_eq!(date("2015-01-27").yyyymmdd(), 20_150_127);
    assert_eq!(date("2018-06-01/2018-06-02").year(), 2018);
}

#[test]
fn dates_sort_by_their_first_day() {
    let mut dates = [
        "2015-02",
        "2015-01-27",
        "2014~",
        "2015",
        "2018-06-01/2018-06-02",
        "2018-06-01",
    ]
    .map(date);
    dates.sort();
    let sorted = dates.map(Date::edtf);
    assert_eq!(
        sorted,
        [
            "2014~",
            "2015",
            "2015-01-27",
            "2015-02",
            "2018-06-01",
            "2018-06-01/2018-06-02"
        ]
    );
}

proptest! {
    #[test]
    fn a_day_and_its_number_name_each_other(days in -354_000_i32..375_000) {
        let day = Day::from_days(days);
        prop_assert_eq!(Date::on(day).bounds(), (days, days));
        prop_assert_eq!(Date::parse(&Date::on(day).edtf()), Ok(Date::on(day)));
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,24}") {
        if let Ok(date) = Date::parse(&text) {
            prop_assert_eq!(date.edtf(), text);
        }
    }

    #[test]
    fn no_date_makes_showing_panic(year: u16, month: u8, day: u8) {
        let date = Date::on(Day { year, month, day });
        let _ = (date.human(), date.edtf(), date.days(), date.yyyymmdd());
    }
}
