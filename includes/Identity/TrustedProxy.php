<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

/** The proxy or load balancer that all visitors come through, and how it says whom a request comes from. */
final readonly class TrustedProxy
{
    public const HEADERS = ['x-forwarded-for', 'cf-connecting-ip', 'x-real-ip', 'true-client-ip'];

    /**
     * @param string $header one of HEADERS; "none" when there is no proxy
     * @param list<string> $proxies addresses "192.0.2.1" and ranges "2001:db8::/32"; nobody else's header is believed
     */
    public function __construct(public string $header = 'none', public array $proxies = [])
    {
    }

    /**
     * Whom a request comes from.
     *
     * @param string $remote who is at the other end of the connection
     * @param array<string, string> $headers what was sent, by the names above
     */
    public function visitor(string $remote, array $headers): string
    {
        if ($this->header === 'none' || ! $this->is_trusted($remote)) {
            return $remote;
        }
        // Each proxy adds whom it got the request from at the end. What stands before the first one that is not ours,
        // anybody may have written.
        $visitor = $remote;
        foreach (array_reverse(explode(',', $headers[$this->header] ?? '')) as $address) {
            $address = self::plain($address);
            if ($address === null) {
                break;
            }
            $visitor = $address;
            if (! $this->is_trusted($address)) {
                break;
            }
        }

        return $visitor;
    }

    public function is_trusted(string $address): bool
    {
        foreach ($this->proxies as $proxy) {
            if (self::is_within($address, $proxy)) {
                return true;
            }
        }

        return false;
    }

    /** Whether this is an address, or a range of them, that can be compared. */
    public static function is_range(string $typed): bool
    {
        $address = strtok($typed, '/');
        $bits = self::bits($typed);
        $packed = is_string($address) && filter_var($address, FILTER_VALIDATE_IP) !== false ? (string) inet_pton($address) : '';

        // Nobody trusts half of all there are.
        return $packed !== '' && ($bits === null || (preg_match('/^\d{1,3}$/D', $bits) === 1 && (int) $bits >= 4 && (int) $bits <= strlen($packed) * 8));
    }

    /** What stands behind the stroke; null where there is none. */
    private static function bits(string $range): ?string
    {
        $at = strpos($range, '/');

        return $at === false ? null : substr($range, $at + 1);
    }

    private static function is_within(string $address, string $range): bool
    {
        if (filter_var($address, FILTER_VALIDATE_IP) === false || ! self::is_range($range)) {
            return false;
        }
        [$one, $other] = [(string) inet_pton($address), (string) inet_pton((string) strtok($range, '/'))];
        if (strlen($one) !== strlen($other)) {
            return false;
        }
        $bits = (int) (self::bits($range) ?? strlen($one) * 8);
        $whole = intdiv($bits, 8);
        $mask = $bits % 8 === 0 ? 0 : 0xFF << (8 - $bits % 8) & 0xFF;

        return substr($one, 0, $whole) === substr($other, 0, $whole) && ($mask === 0 || (ord($one[$whole]) & $mask) === (ord($other[$whole]) & $mask));
    }

    /** "[2001:db8::1]:443" and "192.0.2.1:443" without brackets and port; null for what is no address. */
    private static function plain(string $address): ?string
    {
        $address = trim($address);
        if (preg_match('/^\[([0-9a-f:.]+)\](:\d+)?$/iD', $address, $match) === 1 || preg_match('/^([0-9.]+):\d+$/D', $address, $match) === 1) {
            $address = $match[1];
        }

        return filter_var($address, FILTER_VALIDATE_IP) !== false ? $address : null;
    }
}
