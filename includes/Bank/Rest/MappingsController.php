<?php

declare(strict_types=1);

namespace Counterfoil\Bank\Rest;

use Counterfoil\Bank\BankSettings;
use Counterfoil\Bank\ChooseMapping;
use Counterfoil\Bank\Formats\CsvMapping;
use Counterfoil\Bank\MappingRepository;
use Counterfoil\Shared\Rest\Request;

/** What is set up for bank statements: what columns mean, and whether sure matches wait for review. */
final readonly class MappingsController
{
    public function __construct(private MappingRepository $mappings, private ChooseMapping $choose, private BankSettings $settings)
    {
    }

    /** @return array<string, mixed> */
    public function list(): array
    {
        return ['items' => $this->mappings->all()];
    }

    /** @return array<string, mixed> */
    public function save(Request $request): array
    {
        $shape = $request->body['shape'];
        $this->choose->save($shape, $request->body['columns'], CsvMapping::from_array($request->body['mapping']), $request->viewer->actor);

        return array_values(array_filter($this->mappings->all(), static fn (array $mapping): bool => $mapping['shape'] === $shape))[0];
    }

    /** @return array{done: true} */
    public function delete(Request $request): array
    {
        $this->choose->forget($request->id(), $request->viewer->actor);

        return ['done' => true];
    }

    /** @return array<string, mixed> */
    public function settings(): array
    {
        return $this->settings->to_wire();
    }

    /** @return array<string, mixed> */
    public function update_settings(Request $request): array
    {
        $this->settings->save($request->body['book_sure'], $request->body['send_receipts'], $request->viewer->actor);

        return $this->settings->to_wire();
    }
}
