/* SPDX-License-Identifier: GPL-3.0-or-later */
/* README.txt of every package: for someone who has the file and none of our programs. It is never translated,
 * since the same content must give the same bytes everywhere. */
#include "ys-bag-text.h"

#include <string.h>

static const char readme[] =
    "验收数据包说明\n"
    "\n"
    "本文件夹（或与其同名的 .yanshou.zip 文件）是市域社会治理现代化试点考核验收工作中，各级机关之间\n"
    "交换材料用的数据包。它符合 BagIt 1.0（RFC 8493），不依赖本软件即可核对。\n"
    "\n"
    "  data/package.xml            数据包的种类、编号、发送与接收单位、内容清单\n"
    "  data/*.xml                  考核目录、评分标准、自查申报等，按种类而定\n"
    "  data/schema/*.xsd           各 xml 文件的格式定义\n"
    "  data/evidence/*.pdf         佐证材料，文件名为其 SHA-256 值，中文名称见 package.xml\n"
    "  manifest-sha256.txt         data 下每个文件的 SHA-256 值\n"
    "  tagmanifest-sha256.txt      其余文件的 SHA-256 值\n"
    "  tagmanifest-sha256.txt.p7s  签名（有签名时才有）\n"
    "\n"
    "怎样核对（在本文件夹内）：\n"
    "  1. 数据包校验值，即移交与接收登记表上所印的 64 位数字和字母：\n"
    "       Linux：   sha256sum tagmanifest-sha256.txt\n"
    "       Windows： certutil -hashfile tagmanifest-sha256.txt SHA256\n"
    "  2. 每个文件是否与导出时相同：\n"
    "       sha256sum -c tagmanifest-sha256.txt\n"
    "       sha256sum -c manifest-sha256.txt\n"
    "  3. 某个 xml 文件的格式（以 package 为例）：\n"
    "       xmllint --nonet --noout --schema data/schema/package.xsd data/package.xml\n"
    "  4. 签名（证书 ca.pem 须经其他途径取得，-binary 不可省略）：\n"
    "       openssl cms -verify -binary -inform DER -in tagmanifest-sha256.txt.p7s \\\n"
    "         -content tagmanifest-sha256.txt -CAfile ca.pem -purpose any -out /dev/null\n"
    "请勿改动、增删其中的文件，也不要重新压缩；任何改动都会被发现，数据包将无法导入。\n"
    "\n"
    "About this package\n"
    "\n"
    "This folder (or the .yanshou.zip file of the same name) passes material between offices in the "
    "assessment\n"
    "of a pilot of social governance. It is a BagIt 1.0 bag (RFC 8493) and can be checked without our "
    "programs.\n"
    "\n"
    "To check it, inside this folder:\n"
    "  1. The package digest, as printed on the hand-over form:\n"
    "       sha256sum tagmanifest-sha256.txt\n"
    "  2. Every file:\n"
    "       sha256sum -c tagmanifest-sha256.txt\n"
    "       sha256sum -c manifest-sha256.txt\n"
    "  3. The form of a document:\n"
    "       xmllint --nonet --noout --schema data/schema/package.xsd data/package.xml\n"
    "  4. The signature, if there is one (get the certificate ca.pem by another way; -binary is needed):\n"
    "       openssl cms -verify -binary -inform DER -in tagmanifest-sha256.txt.p7s \\\n"
    "         -content tagmanifest-sha256.txt -CAfile ca.pem -purpose any -out /dev/null\n"
    "Do not change, add or remove files and do not compress it again: every change is found.\n";

GBytes *
ys_bag_text_readme (void)
{
  return g_bytes_new_static (readme, strlen (readme));
}
