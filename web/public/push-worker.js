// Shows what the portal tells this browser, and leads to it. Loaded only where somebody has asked for notifications.
self.addEventListener('push', (event) => {
  const { title, body, url, tag, lang } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang, icon: '/icon-192.png', data: { url } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((windows) => {
      const open = windows.find((one) => one.url === event.notification.data.url);
      return open === undefined ? self.clients.openWindow(event.notification.data.url) : open.focus();
    }),
  );
});
