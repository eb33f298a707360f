<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Rest;

use Counterfoil\Identity\ProxyRepository;
use Counterfoil\Identity\UpdateProxy;
use Counterfoil\Identity\Visitor;
use Counterfoil\Shared\Rest\Request;

final readonly class VisitorsController
{
    public function __construct(private ProxyRepository $proxies, private UpdateProxy $update)
    {
    }

    /** @return array<string, mixed> */
    public function get(): array
    {
        $proxy = $this->proxies->get();
        $headers = Visitor::headers();

        return [
            'header' => $proxy->header,
            'proxies' => $proxy->proxies,
            'remote' => Visitor::remote(),
            'address' => $proxy->visitor(Visitor::remote(), $headers),
            'seen' => array_map(static fn (string $header, string $value): array => ['header' => $header, 'value' => $value], array_keys($headers), array_values($headers)),
        ];
    }

    /** @return array<string, mixed> */
    public function update(Request $request): array
    {
        $this->update->handle($request->body['header'], $request->body['proxies'], $request->viewer->actor);

        return $this->get();
    }
}
