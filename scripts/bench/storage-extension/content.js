chrome.storage.local.get();
