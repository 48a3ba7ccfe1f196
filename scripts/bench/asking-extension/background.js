chrome.runtime.onMessage.addListener((_question, _sender, answer) => answer('an answer'));
