chrome.runtime.sendMessage('a question');
