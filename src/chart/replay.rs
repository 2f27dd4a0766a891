//! A recorded picture, drawn again on any stage.
//!
//! In: a [`Picture`] and an area. Out: its marks, in their order, through the same elements
//! of plotters that recorded them. Invariant: replayed onto a recorder it gives an equal
//! picture.

use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::VPos;
use plotters::style::{FontTransform, RGBAColor, ShapeStyle};

use super::backend::{Stage, drop};
use super::look::{Color, Face};
use super::picture::{Label, Mark, Paint, Picture};
use super::sheet::{Area, Drawn, Sheet, style};

/// Draws a picture on an area of its size.
///
/// # Errors
/// Those of the backend.
pub fn replay<DB: Stage>(picture: &Picture, area: &Area<DB>) -> Drawn<DB> {
    let mut sheet = Sheet::new(area);
    marks(&mut sheet, &picture.marks);
    sheet.finish()
}

fn marks<DB: Stage>(sheet: &mut Sheet<DB>, all: &[Mark]) {
    for mark in all {
        match mark {
            Mark::Group(tag, inner) => sheet.group(tag.clone(), |sheet| marks(sheet, inner)),
            Mark::Rect(paint, (x, y), width, height) => {
                let corners = [(*x, *y), (x + width, y + height)];
                begin(sheet, paint, |sheet, style| {
                    sheet.draw(&Rectangle::new(corners, style));
                });
            }
            Mark::Path(paint, lines) => begin(sheet, paint, |sheet, style| {
                for line in lines {
                    match line[..] {
                        [from, to] if paint.dashed => sheet.dashed([from, to], style),
                        _ => sheet.draw(&PathElement::new(line.as_slice(), style)),
                    }
                }
            }),
            Mark::Polygon(paint, corners) => begin(sheet, paint, |sheet, style| {
                sheet.draw(&Polygon::new(corners.as_slice(), style));
            }),
            Mark::Circle(paint, center, radius) => begin(sheet, paint, |sheet, style| {
                sheet.draw(&Circle::new(*center, *radius, style));
            }),
            Mark::Text(label) => begin(sheet, &label.paint, |sheet, _| text(sheet, label)),
        }
    }
}

/// Says what a mark means, then draws it.
fn begin<DB: Stage>(
    sheet: &mut Sheet<DB>,
    paint: &Paint,
    draw: impl FnOnce(&mut Sheet<DB>, ShapeStyle),
) {
    sheet.class(paint.class);
    let seen = paint.fill.or(paint.stroke);
    let Color(red, green, blue) = seen.unwrap_or(Color(0, 0, 0));
    let alpha = if seen.is_some() { 1.0 } else { 0.0 };
    let style = ShapeStyle {
        color: RGBAColor(red, green, blue, alpha),
        filled: paint.stroke.is_none(),
        stroke_width: paint.width,
    };
    draw(sheet, style);
}

fn text<DB: Stage>(sheet: &mut Sheet<DB>, label: &Label) {
    let color = label.paint.fill.unwrap_or(Color(0, 0, 0));
    let face = Face {
        class: label.paint.class,
        light: color,
        dark: color,
        size: label.size,
        bold: label.bold,
    };
    // From the base line back to the middle, as the recorder came from there.
    let drop = drop(label.size, VPos::Center);
    let (x, y) = label.at;
    let (at, turn) = if label.turned {
        ((x - drop, y), FontTransform::Rotate270)
    } else {
        ((x, y - drop), FontTransform::None)
    };
    let style = style(face, label.anchor, turn);
    sheet.draw(&Text::new(label.text.as_str(), at, style));
}
