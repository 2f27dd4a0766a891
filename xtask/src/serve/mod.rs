//! Serves the built folder on this machine, as a static host would.
//!
//! A handful of threads share one listening socket. With `--dev` one more
//! thread watches the inputs and builds again; a failed build is told and the
//! old one goes on being served.

mod answer;
pub(crate) mod mime;
mod watch;

use crate::args::Inputs;
use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::{setup, site};
use answer::Answer;
use std::io::Read;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// A browser opens about six connections; each may wait on its own.
const THREADS: usize = 8;

/// Builds if need be, then serves until interrupted.
pub(crate) fn run(
    project: &Project,
    inputs: &Inputs,
    out: &Path,
    port: u16,
    dev: bool,
) -> Result<()> {
    // Before minutes of building: is the port ours to have?
    let server = listen(port)?;
    setup::for_build(project)?;
    site::build(project, inputs, out)?;
    // Whoever waits for the address may open it at once, so it comes last.
    println!("Serving {} on {}", out.display(), address(&server));
    println!("Stop with Ctrl-C.");
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| answer_all(&server, out));
        }
        if dev {
            watch::run(project, inputs, out);
        }
    });
    Ok(())
}

/// Serves a folder from background threads for as long as the process lives.
pub(crate) fn in_background(folder: &Path) -> Result<String> {
    let server = Arc::new(listen(0)?);
    let address = address(&server);
    for _ in 0..THREADS {
        let (server, folder) = (Arc::clone(&server), folder.to_owned());
        thread::spawn(move || answer_all(&server, &folder));
    }
    Ok(address)
}

fn listen(port: u16) -> Result<Server> {
    Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        Failure::new(format!("cannot listen on 127.0.0.1:{port}: {error}"))
            .remedy("choose another port with `--port N`, or stop what uses this one")
    })
}

fn address(server: &Server) -> String {
    format!("http://{}/", server.server_addr())
}

fn answer_all(server: &Server, folder: &Path) {
    while let Ok(request) = server.recv() {
        // A reader who went away is no concern of the others.
        let _ = respond(request, folder);
    }
}

fn respond(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(with(Response::empty(405), &[("Allow", "GET, HEAD")]));
    }
    match answer::to(folder, request.url()) {
        Answer::Moved(to) => request.respond(with(Response::empty(301), &[("Location", &to)])),
        Answer::Content { status, mime, body } => request.respond(with(
            Response::from_data(body).with_status_code(StatusCode(status)),
            &[
                ("Content-Type", mime),
                // Built again under the same name, it must be seen at once.
                ("Cache-Control", "no-cache"),
                ("X-Content-Type-Options", "nosniff"),
            ],
        )),
    }
}

fn with<R: Read>(mut response: Response<R>, headers: &[(&str, &str)]) -> Response<R> {
    for (name, value) in headers {
        // A value that were not ASCII could not be sent; ours all are.
        if let Ok(header) = Header::from_bytes(*name, *value) {
            response.add_header(header);
        }
    }
    response
}
