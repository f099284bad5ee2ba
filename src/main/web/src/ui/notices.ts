// Notifications of the system, where a person has asked for them.

/**
 * Shows a notification.
 * @return whether this browser does that; phones' browsers do so only for pages with a service worker
 */
export async function notify(title: string, options: NotificationOptions, onClick: () => void): Promise<boolean> {
  try {
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker) {
      await worker.showNotification(title, options);
    } else {
      const shown = new Notification(title, options);
      shown.onclick = onClick;
    }
    return true;
  } catch {
    return false; // there is nothing more to know: the caller says so
  }
}
