<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/** What a look at one thing found, for WordPress' Site Health and for Settings → Status. */
final readonly class Finding
{
    /** @param list<array{label: string, value: string}> $readings */
    private function __construct(public string $status, public string $label, public string $text, public string $action = '', public string $url = '', public array $readings = [])
    {
    }

    /** @param string $label a short sentence, in the reader's language, as all of them */
    public static function good(string $label, string $text): self
    {
        return new self('good', $label, $text);
    }

    /** Something should be done about it. */
    public static function improvable(string $label, string $text): self
    {
        return new self('recommended', $label, $text);
    }

    /** Clients or the agency notice it now. */
    public static function bad(string $label, string $text): self
    {
        return new self('critical', $label, $text);
    }

    /** @param string $action what is done there: "Create portal pages" */
    public function done_at(string $url, string $action): self
    {
        return new self($this->status, $this->label, $this->text, $action, $url, $this->readings);
    }

    /** What it was judged by: "Oldest task due", "November 26, 2026 10:05 am". */
    public function reading(string $label, string $value): self
    {
        return new self($this->status, $this->label, $this->text, $this->action, $this->url, [...$this->readings, ['label' => $label, 'value' => $value]]);
    }

    /** @param int $at Unix time */
    public static function moment(int $at): string
    {
        return (string) wp_date(get_option('date_format') . ' ' . get_option('time_format'), $at);
    }

    public function is_good(): bool
    {
        return $this->status === 'good';
    }

    /** @return array{test: string, status: string, label: string, description: string, actions: string, badge: array{label: string, color: string}} as Site Health wants it */
    public function for_site_health(string $test): array
    {
        return [
            'test' => $test,
            'status' => $this->status,
            'label' => $this->label,
            'description' => '<p>' . Html::escape($this->text) . '</p>',
            'actions' => $this->url === '' ? '' : sprintf('<p><a href="%s">%s</a></p>', esc_url($this->url), Html::escape($this->action)),
            'badge' => ['label' => __('Client billing', 'counterfoil'), 'color' => $this->status === 'good' ? 'blue' : 'orange'],
        ];
    }
}
