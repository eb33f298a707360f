<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Identity\Rest\VisitorsController;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

/** How those who log in are told apart: by their network address, also behind a proxy. */
final class VisitorsModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('visitors.get', fn (): array => $this->controller()->get());
        $routes->bind('visitors.update', fn (Request $request): array => $this->controller()->update($request));
    }

    public function sentences(): array
    {
        return ['settings.visitors_updated' => static fn (): string => __('Proxy settings changed', 'counterfoil')];
    }

    public function health(): array
    {
        return ['proxy' => fn (): Finding => $this->look()];
    }

    public function visitor(): Visitor
    {
        return new Visitor($this->proxies()->get(...));
    }

    private function look(): Finding
    {
        $proxy = $this->proxies()->get();
        $headers = Visitor::headers();
        if ($proxy->header === 'none' && $headers !== []) {
            return Finding::improvable(
                __('Login limits apply to all visitors together', 'counterfoil'),
                /* translators: %s: name of a header, "x-forwarded-for" */
                sprintf(__('This site seems to be behind a proxy, because requests have the header %s. The login limit applies to all visitors together, so one person guessing passwords can block everyone. Choose the proxy under Settings > Security.', 'counterfoil'), (string) array_key_first($headers))
            );
        }
        if ($proxy->header !== 'none' && (! isset($headers[$proxy->header]) || ! $proxy->is_trusted(Visitor::remote()))) {
            return Finding::improvable(
                __('The proxy settings are wrong for this site', 'counterfoil'),
                /* translators: 1: name of a header, "x-forwarded-for", 2: IP address */
                sprintf(__('This request came from %2$s without the header %1$s, or not from a proxy in the settings, so the login limit applies to all visitors together. Check the IP addresses under Settings > Security.', 'counterfoil'), $proxy->header, Visitor::remote())
            );
        }

        return Finding::good(__('Login limits work per visitor', 'counterfoil'), __('Login attempts are limited by IP address.', 'counterfoil'));
    }

    private function proxies(): ProxyRepository
    {
        return new ProxyRepository($this->plugin->settings());
    }

    private function controller(): VisitorsController
    {
        return new VisitorsController($this->proxies(), new UpdateProxy($this->plugin->changes(), $this->proxies()));
    }
}
