<?php

declare(strict_types=1);

use Counterfoil\Portals\Pager;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Reports\Statements\Portal\StatementView $view */

defined('ABSPATH') || exit;

?>
<form class="cf-period" method="get" action="<?php echo esc_url($view->form_url); ?>">
    <?php foreach ($view->hidden_fields() as $name => $value) : ?>
        <input type="hidden" name="<?php echo Html::escape($name); ?>" value="<?php echo Html::escape($value); ?>">
    <?php endforeach; ?>
    <div class="cf-field">
        <label for="cf-period"><?php esc_html_e('Period', 'counterfoil'); ?></label>
        <select id="cf-period" name="period">
            <?php foreach ($view->periods as $period) : ?>
                <option value="<?php echo Html::escape($period['value']); ?>"<?php selected($period['is_chosen']); ?>><?php echo Html::escape($period['label']); ?></option>
            <?php endforeach; ?>
        </select>
    </div>
    <div class="cf-field cf-period__day">
        <label for="cf-from"><?php esc_html_e('First day', 'counterfoil'); ?></label>
        <input id="cf-from" name="from" type="date" value="<?php echo Html::escape($view->from); ?>"<?php echo $view->error === '' ? '' : ' aria-invalid="true" aria-describedby="cf-period-error"'; ?>>
    </div>
    <div class="cf-field cf-period__day">
        <label for="cf-to"><?php esc_html_e('Last day', 'counterfoil'); ?></label>
        <input id="cf-to" name="to" type="date" value="<?php echo Html::escape($view->to); ?>"<?php echo $view->error === '' ? '' : ' aria-invalid="true" aria-describedby="cf-period-error"'; ?>>
    </div>
    <?php if (count($view->currencies) > 1) : ?>
        <div class="cf-field">
            <label for="cf-currency"><?php esc_html_e('Currency', 'counterfoil'); ?></label>
            <select id="cf-currency" name="currency">
                <?php foreach ($view->currencies as $currency) : ?>
                    <option<?php selected($currency, $view->currency); ?>><?php echo Html::escape($currency); ?></option>
                <?php endforeach; ?>
            </select>
        </div>
    <?php endif; ?>
    <button class="cf-button" type="submit"><?php esc_html_e('Show', 'counterfoil'); ?></button>
</form>
<?php if ($view->error !== '') : ?>
    <p class="cf-error" id="cf-period-error" role="alert"><?php echo Html::escape($view->error); ?></p>
<?php endif; ?>
<div class="cf-card cf-statement">
    <div class="cf-statement__head">
        <h2 class="cf-h2"><?php echo Html::escape($view->period); ?></h2>
        <p class="cf-statement__files">
            <a href="<?php echo esc_url($view->pdf_url); ?>"><?php esc_html_e('View PDF', 'counterfoil'); ?></a>
            <a href="<?php echo esc_url($view->csv_url); ?>"><?php esc_html_e('Download CSV', 'counterfoil'); ?></a>
        </p>
    </div>
    <dl class="cf-facts cf-statement__sums">
        <div><dt><?php esc_html_e('Opening balance', 'counterfoil'); ?></dt><dd><?php echo Html::escape($view->opening); ?></dd></div>
        <div><dt><?php esc_html_e('Closing balance', 'counterfoil'); ?></dt><dd class="cf-strong"><?php echo Html::escape($view->closing); ?></dd></div>
        <?php if ($view->credit !== '' || $view->prepaid !== '') : ?>
            <div><dt><?php esc_html_e('Outstanding', 'counterfoil'); ?></dt><dd><?php echo Html::escape($view->outstanding); ?></dd></div>
        <?php endif; ?>
        <?php if ($view->credit !== '') : ?>
            <div><dt><?php esc_html_e('Credit balance', 'counterfoil'); ?></dt><dd><?php echo Html::escape($view->credit); ?></dd></div>
        <?php endif; ?>
        <?php if ($view->prepaid !== '') : ?>
            <div><dt><?php esc_html_e('Prepaid', 'counterfoil'); ?></dt><dd><?php echo Html::escape($view->prepaid); ?></dd></div>
        <?php endif; ?>
    </dl>
    <?php if ($view->rows === []) : ?>
        <p><?php esc_html_e('No entries in this period. Choose another period to see earlier ones.', 'counterfoil'); ?></p>
    <?php else : ?>
        <table class="cf-entries" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader"><?php esc_html_e('Date', 'counterfoil'); ?></th>
                    <th scope="col" role="columnheader"><?php esc_html_e('Entry', 'counterfoil'); ?></th>
                    <th class="cf-entries__sum" scope="col" role="columnheader"><?php esc_html_e('Charges', 'counterfoil'); ?></th>
                    <th class="cf-entries__sum" scope="col" role="columnheader"><?php esc_html_e('Payments and credits', 'counterfoil'); ?></th>
                    <th class="cf-entries__sum" scope="col" role="columnheader"><?php echo esc_html_x('Balance', 'of an account', 'counterfoil'); ?></th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <?php foreach ($view->rows as $row) : ?>
                    <tr role="row">
                        <td class="cf-entries__day" role="cell"><?php echo Html::escape($row->day); ?></td>
                        <td class="cf-entries__text" role="cell"><?php if ($row->url !== null) : ?><a href="<?php echo esc_url($row->url); ?>"><bdi><?php echo Html::escape($row->text); ?></bdi></a><?php else : ?><bdi><?php echo Html::escape($row->text); ?></bdi><?php endif; ?></td>
                        <td class="cf-entries__sum cf-entries__charged" role="cell"><?php echo Html::escape($row->charged); ?></td>
                        <td class="cf-entries__sum cf-entries__relieved" role="cell"><?php echo Html::escape($row->relieved); ?></td>
                        <td class="cf-entries__sum cf-entries__balance" role="cell"><span class="cf-entries__label" aria-hidden="true"><?php echo esc_html_x('Balance', 'of an account', 'counterfoil'); ?> </span><?php echo Html::escape($row->balance); ?></td>
                    </tr>
                <?php endforeach; ?>
            </tbody>
        </table>
    <?php endif; ?>
</div>
<?php echo Template::draw(Pager::TEMPLATE, new Pager(__('More entries', 'counterfoil'), __('First entries', 'counterfoil'), $view->first_url, __('Later entries', 'counterfoil'), $view->next_url)); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
