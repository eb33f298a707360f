<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

final readonly class UpdateProxy
{
    public function __construct(private Changes $changes, private ProxyRepository $proxies)
    {
    }

    /**
     * @param string $header as TrustedProxy has it
     * @param list<string> $proxies
     * @throws DomainError 400
     */
    public function handle(string $header, array $proxies, Actor $by): void
    {
        $proxies = array_values(array_unique(array_filter(array_map(trim(...), $proxies), static fn (string $proxy): bool => $proxy !== '')));
        foreach ($proxies as $proxy) {
            if (! TrustedProxy::is_range($proxy)) {
                /* translators: %s: what was typed */
                throw DomainError::invalid(sprintf(__('“%s” is not an IP address or range. Examples: 192.0.2.10, 10.0.0.0/8, 2001:db8::/32', 'counterfoil'), $proxy), '/proxies');
            }
        }
        if ($header !== 'none' && $proxies === []) {
            throw DomainError::invalid(__('Enter the proxy’s IP addresses. Without them, anyone could send this header.', 'counterfoil'), '/proxies');
        }
        $this->changes->run($by, function (Change $change) use ($header, $proxies): void {
            $this->proxies->save(new TrustedProxy($header, $proxies));
            $change->event('settings.visitors_updated', [['settings', 0]], null, ['header' => $header]);
            /**
             * Fires after the proxy settings change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_visitors_updated');
        });
    }
}
