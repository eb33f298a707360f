<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Transport;

/** Where a request comes from, as far as the server knows. */
final readonly class Visitor
{
    /**
     * The network address to count tries by. Forwarded-for headers are not believed, since anybody can
     * send them; a site behind a proxy filters `counterfoil_visitor_address`.
     */
    public function address(): string
    {
        $address = isset($_SERVER['REMOTE_ADDR']) ? sanitize_text_field(wp_unslash($_SERVER['REMOTE_ADDR'])) : '';
        /**
         * Filters the IP address of a visitor, which is used to limit login attempts. For sites behind a proxy, where
         * the server only knows the proxy's address.
         *
         * @param string $address IPv4 or IPv6 address that the server sees
         * @since 0.2.0
         */
        $address = (string) apply_filters('counterfoil_visitor_address', $address);
        $packed = filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_IPV6) !== false ? inet_pton($address) : false;

        // Everybody with IPv6 has 2^64 addresses: their network is what counts.
        return $packed !== false ? bin2hex(substr($packed, 0, 8)) : $address;
    }

    /**
     * Another site must not log somebody in here (with the attacker's own account), so what is posted
     * without a nonce has to come from a page of this site. Browsers always say where from.
     *
     * @throws DomainError 403
     */
    public static function must_come_from_this_site(): void
    {
        $site = isset($_SERVER['HTTP_SEC_FETCH_SITE']) ? sanitize_key(wp_unslash($_SERVER['HTTP_SEC_FETCH_SITE'])) : '';
        $origin = isset($_SERVER['HTTP_ORIGIN']) ? sanitize_text_field(wp_unslash($_SERVER['HTTP_ORIGIN'])) : '';
        if ($site === 'cross-site' || ($origin !== '' && ! Transport::is_own($origin))) {
            throw DomainError::forbidden(__('This request came from another site. Please open the login page and try again.', 'counterfoil'));
        }
    }
}
