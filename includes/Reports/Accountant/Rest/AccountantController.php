<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Rest;

use Counterfoil\Reports\Accountant\AccountantSettings;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Reports\Accountant\ExportDownload;
use Counterfoil\Reports\Accountant\ExportRepository;
use Counterfoil\Reports\Accountant\ExportState;
use Counterfoil\Reports\Accountant\RemoveExport;
use Counterfoil\Reports\Accountant\RequestExport;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;

/** An export has documents of all clients: who sees only some of them finds none. */
final readonly class AccountantController
{
    public function __construct(private ExportRepository $exports, private RequestExport $request, private RemoveExport $remove, private AccountantSettings $settings)
    {
    }

    /** @return array<string, mixed> */
    public function list(Request $request): array
    {
        return ['items' => $request->viewer->sees_all() ? array_map(self::to_wire(...), $this->exports->shown()) : [], 'kept_days' => Export::KEPT_DAYS];
    }

    /** @return array<string, mixed> */
    public function create(Request $request): array
    {
        if (! $request->viewer->sees_all()) {
            throw DomainError::forbidden();
        }

        return self::to_wire($this->request->handle($request->body['from'], $request->body['to'], $request->viewer->actor));
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        return self::to_wire($this->find($request));
    }

    /** @return array{done: true} */
    public function remove(Request $request): array
    {
        $this->remove->handle($this->find($request)->id, $request->viewer->actor);

        return ['done' => true];
    }

    public function download(Request $request): ExportDownload
    {
        $export = $this->find($request);

        return $export->state === ExportState::Ready
            ? new ExportDownload($export, $this->exports)
            : throw DomainError::conflict('not_ready', __('This export isn’t ready yet. Please try again later.', 'counterfoil'));
    }

    /** @return array{is_on: bool, email: string} */
    public function settings(): array
    {
        return $this->settings->to_wire();
    }

    /** @return array{is_on: bool, email: string} */
    public function update_settings(Request $request): array
    {
        $this->settings->save($request->body['is_on'], trim($request->body['email']), $request->viewer->actor);

        return $this->settings->to_wire();
    }

    private function find(Request $request): Export
    {
        return self::is_shown_to($request->viewer) ? $this->exports->get($request->id()) : throw DomainError::not_found();
    }

    private static function is_shown_to(Viewer $viewer): bool
    {
        return $viewer->sees_all();
    }

    /** @return array<string, mixed> */
    private static function to_wire(Export $export): array
    {
        $expires = $export->state === ExportState::Ready ? $export->expires_at() : null;

        return [
            'id' => $export->id,
            'state' => $export->state->value,
            'from' => $export->from,
            'to' => $export->to,
            'done' => min($export->done, $export->total),
            'total' => $export->total,
            'problems' => $export->problems,
            'size' => $export->size,
            'requested_by' => $export->requested_by,
            'created_at' => Timestamps::to_wire($export->created_at),
            'expires_at' => $expires === null ? null : Timestamps::to_wire($expires),
        ];
    }
}
