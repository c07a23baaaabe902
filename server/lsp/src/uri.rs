//! Addresses that the framework cannot read.
//!
//! The framework takes RFC 3986 to the letter and drops a message whose `uri` holds a bare "[", space or "ø"; some
//! editors send those. [`Guard`] encodes them on the way in, remembers how the client spelled them, and spells them so
//! on the way out.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, ErrorCode, Request, Response};
use tower_lsp::ls_types::Uri;
use tower_service::Service;

/// How the client spelled the addresses that had to be encoded.
#[derive(Clone, Debug, Default)]
pub(crate) struct UriMap(Arc<Mutex<HashMap<String, String>>>);

impl UriMap {
    /// `uri` as the client spells it.
    pub(crate) fn of(&self, uri: &Uri) -> String {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(uri.as_str()).cloned().unwrap_or_else(|| uri.as_str().to_owned())
    }

    /// Could everything the client has sent be read as it is?
    pub(crate) fn is_plain(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Encodes every address in `params` that cannot be read as it is.
    fn encode(&self, params: &mut Value) {
        for_each_address(params, &mut |address| {
            if Uri::from_str(address).is_err() {
                let encoded = encoded(address);
                let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                known.insert(encoded.clone(), std::mem::replace(address, encoded));
            }
        });
    }

    /// Spells every address in `answer` as the client does.
    pub(crate) fn restore(&self, answer: &mut Value) {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.is_empty() {
            return;
        }
        for_each_address(answer, &mut |address| {
            if let Some(spelled) = known.get(address.as_str()) {
                address.clone_from(spelled);
            }
        });
    }
}

/// Calls `change` for each string that is an address: the values of "uri" and "…Uri", and the keys of "changes".
fn for_each_address(value: &mut Value, change: &mut dyn FnMut(&mut String)) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| for_each_address(value, change)),
        Value::Object(fields) => {
            if let Some(Value::Object(changes)) = fields.get_mut("changes") {
                *changes = std::mem::take(changes)
                    .into_iter()
                    .map(|(mut address, edits)| {
                        change(&mut address);
                        (address, edits)
                    })
                    .collect();
            }
            for (name, field) in fields.iter_mut() {
                match field {
                    Value::String(address) if is_address(name) => change(address),
                    _ => for_each_address(field, change),
                }
            }
        }
        _ => {}
    }
}

fn is_address(name: &str) -> bool {
    matches!(name, "uri" | "target") || name.ends_with("Uri")
}

/// `address` with what RFC 3986 does not allow written as "%XX".
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len() + 16);
    let bytes = address.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
        let kept = match byte {
            b'%' => hex(at + 1) && hex(at + 2),
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?#".contains(&byte),
        };
        if kept {
            out.push(byte.into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The service of the framework, with readable addresses.
#[derive(Debug)]
pub(crate) struct Guard<S> {
    /// The service behind it.
    pub(crate) inner: S,
    /// How the client spells.
    pub(crate) uris: UriMap,
}

impl<S> Service<Request> for Guard<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let (method, id, params) = request.into_parts();
        let mut rebuilt = Request::build(method);
        if let Some(id) = id {
            rebuilt = rebuilt.id(id);
        }
        if let Some(mut params) = params {
            self.uris.encode(&mut params);
            rebuilt = rebuilt.params(params);
        }
        // The inner service is called here and now: what arrives first is handled first.
        let answer = self.inner.call(rebuilt.finish());
        let uris = self.uris.clone();
        Box::pin(async move {
            let answer = answer.await?;
            Ok(answer.map(|response| {
                let (id, mut result) = response.into_parts();
                match &mut result {
                    Ok(result) => uris.restore(result),
                    Err(error) => forget_words(error),
                }
                Response::from_parts(id, result)
            }))
        })
    }
}

/// What is wrong with a request is told without the words that it held: editors write such answers to their logs.
fn forget_words(error: &mut Error) {
    if error.code == ErrorCode::InvalidParams
        && ["invalid ", "unknown "].iter().any(|start| error.message.starts_with(start))
    {
        error.message = "invalid parameters".into();
    }
}

#[cfg(test)]
mod tests {
    use super::{UriMap, encoded};
    use serde_json::json;
    use std::str::FromStr;
    use tower_lsp::ls_types::Uri;

    #[test]
    fn only_what_cannot_be_read_is_encoded() {
        let spelled = "file:///ws/Referat [udkast] børn%20og 100%.md";
        let readable = "file:///ws/Referat%20%5Budkast%5D%20b%C3%B8rn%20og%20100%25.md";
        assert_eq!(encoded(spelled), readable);
        assert!(Uri::from_str(&encoded(spelled)).is_ok());
    }

    #[test]
    fn the_client_gets_its_own_spelling_back() {
        let uris = UriMap::default();
        let spelled =
            json!({"textDocument": {"uri": "file:///ws/a b.md"}, "changes": {"file:///ws/a b.md": []}});
        let mut params = spelled.clone();
        uris.encode(&mut params);
        assert_eq!(params["textDocument"]["uri"], "file:///ws/a%20b.md");
        uris.restore(&mut params);
        assert_eq!(params, spelled);
    }
}
