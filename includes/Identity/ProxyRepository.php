<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Settings;

final readonly class ProxyRepository
{
    private const NAME = 'visitors';

    public function __construct(private Settings $settings)
    {
    }

    public function get(): TrustedProxy
    {
        $kept = $this->settings->get(self::NAME, ['header' => 'none', 'proxies' => []]);
        $proxies = is_array($kept['proxies']) ? array_values(array_filter($kept['proxies'], is_string(...))) : [];

        return new TrustedProxy(in_array($kept['header'], TrustedProxy::HEADERS, true) ? $kept['header'] : 'none', $proxies);
    }

    /** Part of the change that is under way. */
    public function save(TrustedProxy $proxy): void
    {
        $this->settings->set(self::NAME, ['header' => $proxy->header, 'proxies' => $proxy->proxies]);
    }
}
