<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Queue;

/** Another process of this site: a request to its wp-cron.php that is sent and not waited for. */
final class Loopback
{
    /**
     * Not by spawn_cron(), which is refused for a minute after it was last begun, also by one that died without giving its lock
     * back. A wp-cron.php that doesn't hold the lock runs nothing of WordPress', but what is due of ours as it ends.
     *
     * @param array<string, int> $arguments of the address
     */
    public static function wake(array $arguments = []): void
    {
        $url = add_query_arg($arguments, site_url('wp-cron.php'));
        /** This filter is documented in wp-includes/class-wp-http-streams.php */
        $is_verified = apply_filters('https_local_ssl_verify', false, $url);
        /** This filter is documented in wp-includes/cron.php */
        $request = apply_filters('cron_request', ['url' => $url, 'key' => '', 'args' => ['timeout' => 0.01, 'blocking' => false, 'sslverify' => $is_verified]], '');
        wp_remote_post($request['url'], $request['args']);
    }
}
