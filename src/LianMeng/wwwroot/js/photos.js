// Photos are made smaller before they leave: at most 1920 pixels a side, JPEG. A phone's photo of 5 MB becomes one of some hundred
// kB, and what the camera wrote into it (place, device) stays behind. What cannot be read here goes as it is: the server decides.
const longestSide = 1920;
const quality = 0.8;
const smallPicture = 1024 * 1024;

document.addEventListener('change', async event => {
  const input = event.target.closest?.('input[type="file"][data-photos]');
  if (!input || input.files.length === 0) {
    return;
  }
  const form = input.form;
  const status = form.querySelector('[data-photos-status]');
  const submit = form.querySelector('button[type="submit"]');
  submit.disabled = true;
  say(status, '正在缩小照片…');
  try {
    const chosen = [...input.files];
    const sent = new DataTransfer();
    const changed = [];
    const unread = [];
    for (const file of chosen) {
      const smaller = await shrink(file, unread);
      sent.items.add(smaller);
      if (smaller !== file) {
        changed.push([file, smaller]);
      }
    }
    if (changed.length > 0) {
      input.files = sent.files;
    }
    say(status, words(changed, unread));
  } finally {
    submit.disabled = false;
  }
});

/** The picture as a smaller JPEG, or the file itself where that is no gain. */
async function shrink(file, unread) {
  const isPhoto = /^image\/(jpeg|webp|hei[cf])$/.test(file.type) || /\.hei[cf]$/i.test(file.name);
  if (!isPhoto && file.type !== 'image/png') {
    return file;
  }
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    unread.push(file.name);
    return file;
  }
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    // drawings and screen shots stay sharp and see-through as PNG, unless they are as large as photos
    if (!isPhoto && scale === 1 && file.size <= smallPicture) {
      return file;
    }
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (!blob) {
      unread.push(file.name);
      return file;
    }
    return new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
  } finally {
    picture.close();
  }
}

function words(changed, unread) {
  const parts = [];
  if (changed.length > 0) {
    const before = changed.reduce((sum, [file]) => sum + file.size, 0);
    const after = changed.reduce((sum, [, file]) => sum + file.size, 0);
    parts.push(`${changed.length} 张照片已处理：${size(before)} → ${size(after)}，拍摄地点等信息已去掉。`);
  }
  if (unread.length > 0) {
    parts.push(`${unread.join('、')} 在这个浏览器里打不开，将按原样上传。`);
  }
  return parts.join(' ');
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function say(status, text) {
  if (status) {
    status.textContent = text;
    status.hidden = text === '';
  }
}
