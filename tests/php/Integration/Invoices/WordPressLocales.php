<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Invoices;

/** Every locale that WordPress is translated into. */
final readonly class WordPressLocales
{
    /** @return list<string> */
    public static function all(): array
    {
        return explode(' ', 'af am an ar arg ary as ast az azb ba bal bel bg_BG bho bn_BD bn_IN bo br bre brx bs_BA ca ceb ckb co cor cs_CZ cy '
            . 'da_DK de_AT de_CH de_CH_informal de_DE de_DE_formal dsb dv dzo el en_AU en_CA en_GB en_NZ en_US en_ZA eo es_AR es_CL es_CO es_CR es_DO '
            . 'es_EC es_ES es_GT es_HN es_MX es_PE es_PR es_UY es_VE et eu fa_AF fa_IR fi fo fon fr_BE fr_CA fr_FR frp fuc fur fy ga gax gd gl_ES gn gu '
            . 'hat hau haw_US haz hau_NG he_IL hi_IN hr hsb hu_HU hy hyw ibo id_ID ido is_IS it_IT ja jv_ID ka_GE kaa kab kal kin kir kk km kmr kn ko_KR '
            . 'la lb_LU li lij lin lmo lo lt_LT ltg lug lv mai me_ME mfe mg_MG mk_MK ml_IN mlt mn mni mr mr_IN mri ms_MY my_MM nb_NO ne_NP nl_BE nl_NL '
            . 'nl_NL_formal nn_NO nqo nso oci ory orm os pa_IN pa_PK pap_AW pap_CW pcd pcm pl_PL ps pt_AO pt_BR pt_PT pt_PT_ao90 rhg ro_RO roh rue ru_RU '
            . 'sa_IN sah scn si_LK sk_SK skr sl_SI sna snd so_SO sq sq_XK sr_RS srd ssw su_ID sv_SE sw syr szl ta_IN ta_LK tah te tg th tir tl tr_TR tt_RU '
            . 'tuk twd tzm ug_CN uk ur uz_UZ vec vi wol xho xmf yor zgh zh_CN zh_HK zh_SG zh_TW zul');
    }
}
