// Passkeys (WebAuthn). A form within data-passkey="create" or "get" is held back: a fresh challenge is fetched from
// data-passkey-question, the device is asked, and the form is sent with its answer in "credential" and the ticket in "state".

const toBytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const toText = buffer => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** WebAuthn's JSON, with bytes where the browser wants bytes. */
function readOptions(options) {
  const described = list => list?.map(item => ({ ...item, id: toBytes(item.id) }));
  return {
    ...options,
    challenge: toBytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: toBytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: described(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: described(options.allowCredentials) }),
  };
}

/** The device's answer as WebAuthn's JSON; older browsers cannot write it themselves. */
function writeAnswer(credential) {
  const response = credential.response;
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject) || undefined,
      transports: response.getTransports?.(),
      authenticatorData: response.attestationObject ? undefined : toText(response.authenticatorData),
      signature: toText(response.signature) || undefined,
      userHandle: toText(response.userHandle) || undefined,
    },
  });
}

async function ask(place) {
  if (!window.PublicKeyCredential || !window.isSecureContext) {
    throw new Error('这个浏览器不能用通行密钥：请用较新的浏览器，并通过 https 访问。');
  }
  const answer = await fetch(place.dataset.passkeyQuestion, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(answer.status === 429 ? '操作过于频繁，请稍后再试。' : '登录已过期或网络不通，请刷新页面后再试。');
  }
  const question = await answer.json();
  const publicKey = readOptions(question.options);
  const credential = place.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  return { credential: writeAnswer(credential), state: question.state };
}

function wordsOf(error) {
  switch (error.name) {
    case 'NotAllowedError': return '没有完成：已取消，或等待时间过长。';
    case 'InvalidStateError': return '这台设备上已经有这个账号的通行密钥。';
    case 'SecurityError': return '这个网址不能用通行密钥：请用平时登录的网址，通过 https 访问。';
    case 'TypeError': return '网络不通，请稍后再试。';
    default: return error.message || '没有完成，请再试一次。';
  }
}

async function fill(form, place, submitter) {
  const problem = place.querySelector('[data-passkey-problem]');
  problem.hidden = true;
  submitter?.setAttribute('disabled', '');
  try {
    const { credential, state } = await ask(place);
    form.elements.state.value = state;
    form.elements.credential.value = credential;
  } catch (error) {
    problem.textContent = wordsOf(error);
    problem.hidden = false;
    return;
  } finally {
    submitter?.removeAttribute('disabled');
  }
  form.requestSubmit(submitter);
}

document.addEventListener('submit', event => {
  const form = event.target;
  const place = form.closest('[data-passkey]');
  if (!place || form.elements.credential.value) {
    return;
  }
  event.preventDefault();
  fill(form, place, event.submitter);
}, true);

/** A page that comes back from the browser's memory asks anew: an answer is good once. */
addEventListener('pageshow', () => {
  document.querySelectorAll('[data-passkey] [name=credential]').forEach(field => { field.value = ''; });
});
