<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Closure;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Transport;

/** Where a request comes from, as far as the server knows. */
final readonly class Visitor
{
    /** @param Closure(): TrustedProxy $proxy */
    public function __construct(private Closure $proxy)
    {
    }

    /**
     * The network address to count tries by. Anybody can send headers that name another one: only those of the proxy
     * that the settings name are believed.
     */
    public function address(): string
    {
        /**
         * Filters the IP address of a visitor, which is used to limit login attempts. Sites behind a proxy name it in
         * the settings; this is for those that know better.
         *
         * @param string $address IPv4 or IPv6 address
         * @since 0.2.0
         */
        $address = (string) apply_filters('counterfoil_visitor_address', ($this->proxy)()->visitor(self::remote(), self::headers()));
        $packed = filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_IPV6) !== false ? inet_pton($address) : false;

        // Everybody with IPv6 has 2^64 addresses: their network is what counts.
        return $packed !== false ? bin2hex(substr($packed, 0, 8)) : $address;
    }

    /** Who is at the other end of the connection, as the server knows it. */
    public static function remote(): string
    {
        return isset($_SERVER['REMOTE_ADDR']) ? sanitize_text_field(wp_unslash($_SERVER['REMOTE_ADDR'])) : '';
    }

    /** @return array<string, string> of this request, those in which proxies name the visitor; see TrustedProxy::HEADERS */
    public static function headers(): array
    {
        $headers = [];
        foreach (TrustedProxy::HEADERS as $header) {
            $name = 'HTTP_' . strtoupper(str_replace('-', '_', $header));
            $value = isset($_SERVER[$name]) && is_string($_SERVER[$name]) ? sanitize_text_field(wp_unslash($_SERVER[$name])) : '';
            if ($value !== '') {
                $headers[$header] = substr($value, 0, 1_000);
            }
        }

        return $headers;
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
