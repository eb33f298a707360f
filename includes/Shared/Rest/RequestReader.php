<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use stdClass;
use WP_REST_Request;

/**
 * Takes a request apart and checks it against the contract. WordPress' own check is not relied on:
 * it comes before the permission, takes "12" for 12 and lets unknown fields through.
 */
final readonly class RequestReader
{
    /** Bytes; 500 lines of an invoice are about 350 KB. */
    public const MAX_BODY = 1_048_576;
    private const MAX_DEPTH = 16;

    /** WordPress' own parameters; set aside. */
    private const OF_WORDPRESS = ['_locale', '_fields', '_embed', '_envelope', '_method', '_wpnonce', '_jsonp', 'rest_route', 'context'];

    /** Which of their clients a contact of several looks at; see Identity\PortalSession. It is no part of any operation. */
    private const OF_THE_PORTAL = ['_client'];

    public function __construct(private Contract $contract)
    {
    }

    /**
     * @param WP_REST_Request<array<string, mixed>> $request
     * @throws DomainError 400 or 413
     */
    public function read(string $id, WP_REST_Request $request, Viewer $viewer): Request
    {
        $params = $this->from_url($id, 'params', $request->get_url_params());
        $query = $this->from_url($id, 'query', array_diff_key($request->get_query_params(), array_flip([...self::OF_WORDPRESS, ...self::OF_THE_PORTAL])));
        $takes_file = $this->contract->entry($id)['upload'];
        $body = $takes_file && ! $request->is_json_content_type() ? (object) $request->get_body_params() : $this->body($request);
        $data = new stdClass();
        $data->params = (object) $params;
        $data->query = (object) $query;
        $data->body = $body;
        (new Plainness())->check($data);
        $this->contract->check($id, $data);
        $values = json_decode((string) json_encode($body), true);

        $file = $takes_file ? UploadedFile::from($request->get_file_params(), (int) $request->get_header('content_length')) : null;

        return new Request($params, $query, is_array($values) ? $values : [], $viewer, (string) ($request->get_header('idempotency_key') ?? ''), $file);
    }

    /**
     * Addresses hold only text: what the contract wants as a number is made one where it is written as one.
     *
     * @param array<array-key, mixed> $values
     * @return array<string, mixed>
     */
    private function from_url(string $id, string $part, array $values): array
    {
        $read = [];
        $integers = $values === [] ? [] : $this->contract->names_of_type($id, $part, 'integer');
        $booleans = $values === [] ? [] : $this->contract->names_of_type($id, $part, 'boolean');
        foreach ($values as $name => $value) {
            $read[(string) $name] = match (true) {
                is_string($value) && in_array($name, $integers, true) && preg_match('/^(0|-?[1-9]\d{0,17})$/', $value) === 1 => (int) $value,
                in_array($name, $booleans, true) && in_array($value, ['true', 'false'], true) => $value === 'true',
                default => $value,
            };
        }

        return $read;
    }

    /** @param WP_REST_Request<array<string, mixed>> $request */
    private function body(WP_REST_Request $request): stdClass
    {
        $text = (string) $request->get_body();
        if ($text === '') {
            return new stdClass();
        }
        if (! $request->is_json_content_type()) {
            throw DomainError::invalid(__('Send the request as JSON (Content-Type: application/json).', 'counterfoil'), '/', 'not_json');
        }
        // PHP makes 0 of -0, outside of texts; as a fraction it is refused by the field's name.
        $text = preg_replace_callback('/"(?:[^"\\\\]|\\\\.)*+"|-0(?=[\s,}\]])/s', static fn (array $part): string => $part[0] === '-0' ? '-0.0' : $part[0], $text) ?? $text;
        // What is not UTF-8 becomes U+FFFD, which Plainness refuses by the field's name.
        $body = json_decode($text, false, self::MAX_DEPTH, JSON_BIGINT_AS_STRING | JSON_INVALID_UTF8_SUBSTITUTE);
        if (! $body instanceof stdClass) {
            throw DomainError::invalid(
                json_last_error() === JSON_ERROR_DEPTH ? __('The JSON is nested too deeply.', 'counterfoil') : __('The request must be a JSON object.', 'counterfoil'),
                '/',
                'not_json'
            );
        }

        return $body;
    }
}
