// Adding papers beyond what a form can: told early what the server would refuse late, how much is sent, how far it is.
(() => {
  const upload = () => document.getElementById('upload');
  const say = words => {
    const problem = document.getElementById('problem');
    problem.textContent = words;
    problem.hidden = !words;
  };
  const size = bytes => bytes < 1048576 ? Math.ceil(bytes / 1024) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';
  const told = answer => {
    if (answer.startsWith('{')) {
      return JSON.parse(answer).detail;
    }
    const page = new DOMParser().parseFromString(answer, 'text/html');
    return (page.querySelector('#problem') ?? page.querySelector('main .lead'))?.textContent.trim();
  };
  const chosen = form => {
    const files = [...form.querySelectorAll('input[type="file"]')].flatMap(input => [...input.files]);
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    const tooLong = files.find(file => file.size > Number(form.dataset.fileBytes));
    let wrong = '';
    if (files.length > Number(form.dataset.files)) {
      wrong = `These are ${files.length} files; at most ${form.dataset.files} are taken at once. Pack them into a zip archive.`;
    } else if (tooLong) {
      wrong = `“${tooLong.name}” has ${size(tooLong.size)}, which is more than this server takes. Split it.`;
    } else if (bytes > Number(form.dataset.requestBytes)) {
      wrong = `These files have ${size(bytes)} together, which is more than this server takes at once. Choose fewer.`;
    } else if (files.length === 0) {
      wrong = 'Choose at least one file.';
    }
    return { files, bytes, wrong };
  };
  document.addEventListener('change', event => {
    const form = event.target.type === 'file' && event.target.closest('#upload');
    if (form) {
      const { files, bytes, wrong } = chosen(form);
      document.getElementById('chosen').textContent =
        files.length === 0 ? '' : `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${size(bytes)}`;
      say(files.length === 0 ? '' : wrong);
    }
  });
  document.addEventListener('htmx:beforeRequest', event => {
    if (event.target === upload()) {
      const { wrong } = chosen(event.target);
      say(wrong);
      if (wrong) {
        event.preventDefault();
      } else {
        document.getElementById('sending').hidden = false;
      }
    }
  });
  document.addEventListener('htmx:xhr:progress', event => {
    const { lengthComputable, loaded, total } = event.detail;
    if (event.target === upload() && lengthComputable) {
      const sent = document.getElementById('sent');
      sent.max = total;
      sent.value = loaded;
    }
  });
  const refused = words => event => {
    if (event.target === upload()) {
      document.getElementById('sending').hidden = true;
      say(words(event));
    }
  };
  document.addEventListener('htmx:responseError', refused(event =>
    told(event.detail.xhr.responseText) ?? `The server refused the files (status ${event.detail.xhr.status}).`));
  document.addEventListener('htmx:sendError', refused(() =>
    'The files could not be sent: the server cannot be reached, or one of them is a folder. Choose a folder below.'));
  for (const [name, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
    document.addEventListener(name, event => event.target.closest?.('.drop')?.classList.toggle('over', over));
  }
  document.addEventListener('htmx:afterSettle', event => {
    // What took the place of the form is where reading goes on.
    if (event.target.id === 'main') {
      event.target.focus();
    }
    const said = document.getElementById('said');
    const words = document.getElementById('run')?.dataset.said;
    // Put in only when it is new: the same words put in again may be read out again.
    if (said && words && said.textContent !== words) {
      said.textContent = words;
    }
  });
})();
